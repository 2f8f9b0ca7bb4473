import { createHash } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import { Article } from '#lib/article/article.ts';
import { articleHash } from '#lib/article/article-hash.ts';
import { Quarantined, type ArticleStore, type PutOutcome } from '#lib/article/article-store.ts';
import { parseStoredArticle } from '#lib/article/parse-stored-article.ts';
import { DependencyError, reasonOf } from '#lib/dependency-error.ts';
import { formatFault, type Parsed } from '#lib/fault.ts';
import { mapConcurrently } from '#lib/map-concurrently.ts';
import { parseItem } from './parse-item.ts';
import { S3Objects } from './s3-objects.ts';

const READS_AT_ONCE = 32;
const ARTICLES = 'articles/';
const QUARANTINE = 'quarantine/';

/** Articles in a versioned bucket: `articles/<id>.json` the article, `quarantine/` what was refused. */
export class S3ArticleStore implements ArticleStore {
  private readonly objects: S3Objects;

  constructor(client: S3Client, bucket: string) {
    this.objects = new S3Objects(client, bucket);
  }

  async put(article: Article): Promise<PutOutcome> {
    const standing = await this.objects.get(articleKey(article.id));
    const parsed = standing === null ? null : this.parse(article.id, standing);
    if (parsed?.ok && articleHash(parsed.value) === articleHash(article)) return 'same';
    await this.objects.put(articleKey(article.id), JSON.stringify(article));
    return parsed === null ? 'new' : 'new-version';
  }

  async *list(): AsyncGenerator<{ source: string; parsed: Parsed<Article> }> {
    yield* mapConcurrently(this.objects.keys(ARTICLES), READS_AT_ONCE, (key) => this.read(key));
  }

  async get(id: string): Promise<Article | null> {
    if (!Article.shape.id.safeParse(id).success) return null;
    const text = await this.objects.get(articleKey(id));
    if (text === null) return null;
    const parsed = this.parse(id, text);
    if (parsed.ok) return parsed.value;
    const faults = parsed.faults.map(formatFault).join('; ');
    throw new DependencyError('read', this.objects.address(articleKey(id)), new Error(faults));
  }

  async quarantine(entry: Quarantined): Promise<void> {
    const name = createHash('sha256').update(entry.source).digest('hex').slice(0, 32);
    await this.objects.put(`${QUARANTINE}${name}.json`, JSON.stringify(entry));
  }

  async listQuarantined(): Promise<Quarantined[]> {
    const entries: Quarantined[] = [];
    const read = async (key: string) =>
      JSON.parse((await this.objects.get(key)) ?? 'null') as unknown;
    for await (const entry of mapConcurrently(this.objects.keys(QUARANTINE), READS_AT_ONCE, read))
      entries.push(parseItem(Quarantined, entry, this.objects.address(QUARANTINE)));
    return entries.sort((a, b) => a.at.localeCompare(b.at));
  }

  /** An object that cannot be read is a fault of that article; the others go on. */
  private async read(key: string): Promise<{ source: string; parsed: Parsed<Article> }> {
    const source = this.objects.address(key);
    const id = key.slice(ARTICLES.length).replace(/\.json$/, '');
    try {
      return { source, parsed: this.parse(id, (await this.objects.get(key)) ?? '') };
    } catch (error) {
      const fault = { source, field: '', expected: 'a readable object', found: reasonOf(error) };
      return { source, parsed: { ok: false, faults: [fault] } };
    }
  }

  private parse(id: string, text: string): Parsed<Article> {
    return parseStoredArticle(text, id, this.objects.address(articleKey(id)));
  }
}

/** Where an article stands in its bucket. */
export const articleKey = (id: string) => `${ARTICLES}${id}.json`;

import type { S3Client } from '@aws-sdk/client-s3';
import { Article } from '#lib/article/article.ts';
import { articleHash } from '#lib/article/article-hash.ts';
import type { ArticleStore, PutOutcome, Quarantined } from '#lib/article/article-store.ts';
import { parseStoredArticle } from '#lib/article/parse-stored-article.ts';
import { parseQuarantined } from '#lib/article/parse-quarantined.ts';
import { fileNameOf, quarantineName } from '#lib/article/quarantine-name.ts';
import { DependencyError, reasonOf } from '#lib/dependency-error.ts';
import { formatFault, type Parsed } from '#lib/fault.ts';
import { mapConcurrently } from '#lib/map-concurrently.ts';
import { S3Objects } from './s3-objects.ts';

const READS_AT_ONCE = 32;
const ARTICLES = 'articles/';
const QUARANTINE = 'quarantine/';

/**
 * Articles in a versioned bucket: `articles/<id>.json` the article, `quarantine/<name>.json` why an input was
 * refused, and where it came as an object, `quarantine/<name>/` the input itself.
 */
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
    await this.objects.put(reasonKey(entry.source), JSON.stringify(entry, null, 2));
  }

  async release(source: string): Promise<void> {
    const reason = await this.objects.get(reasonKey(source));
    if (reason === null) return;
    for await (const key of this.objects.keys(refusedFolder(source)))
      await this.objects.remove(key);
    // Last, so that a release which was broken off is taken up again.
    await this.objects.remove(reasonKey(source));
  }

  async listQuarantined(): Promise<Quarantined[]> {
    const entries: Quarantined[] = [];
    const read = async (key: string) =>
      parseQuarantined((await this.objects.get(key)) ?? '', this.objects.address(key));
    for await (const entry of mapConcurrently(this.reasons(), READS_AT_ONCE, read))
      entries.push(entry);
    return entries.sort((a, b) => a.at.localeCompare(b.at));
  }

  private async *reasons(): AsyncGenerator<string> {
    for await (const key of this.objects.keys(QUARANTINE)) if (REASON.test(key)) yield key;
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

/** Why a source is in quarantine; the objects themselves stand one level deeper. */
const REASON = new RegExp(`^${QUARANTINE}[^/]+\\.json$`);
const reasonKey = (source: string) => `${QUARANTINE}${quarantineName(source)}.json`;
const refusedFolder = (source: string) => `${QUARANTINE}${quarantineName(source)}/`;

/** Where a refused input stands in its bucket, beside the reason. */
export const refusedKey = (source: string) => `${refusedFolder(source)}${fileNameOf(source)}`;

/** Where an article stands in its bucket. */
export const articleKey = (id: string) => `${ARTICLES}${id}.json`;

import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Article } from '#lib/article/article.ts';
import { articleHash } from '#lib/article/article-hash.ts';
import type {
  ArticleStore,
  ArticleVersions,
  PutOutcome,
  Quarantined,
} from '#lib/article/article-store.ts';
import { parseStoredArticle } from '#lib/article/parse-stored-article.ts';
import { parseQuarantined } from '#lib/article/parse-quarantined.ts';
import { quarantineName } from '#lib/article/quarantine-name.ts';
import { DependencyError, reasonOf } from '#lib/dependency-error.ts';
import { formatFault, type Parsed } from '#lib/fault.ts';
import { mapConcurrently } from '#lib/map-concurrently.ts';
import { fileNames, readTextFile } from './read-folder.ts';
import { replaceFile, writeNewFile } from './write-file.ts';

const READS_AT_ONCE = 16;

/**
 * Articles as JSON files: `articles/<id>.json` is the latest version, `articles/versions/<id>/` holds
 * every version by its hash, `quarantine/` what was refused.
 */
export class FolderArticleStore implements ArticleStore, ArticleVersions {
  private readonly articles: string;
  private readonly refused: string;

  constructor(folder: string) {
    this.articles = join(folder, 'articles');
    this.refused = join(folder, 'quarantine');
  }

  async put(article: Article): Promise<PutOutcome> {
    const standing = await readTextFile(this.path(article.id));
    const parsed = standing === null ? null : this.parse(article.id, standing);
    const hash = articleHash(article);
    if (parsed?.ok && articleHash(parsed.value) === hash) return 'same';
    const json = `${JSON.stringify(article, null, 2)}\n`;
    await writeNewFile(join(this.articles, 'versions', article.id, `${hash}.json`), json);
    await replaceFile(this.path(article.id), json);
    return parsed === null ? 'new' : 'new-version';
  }

  async *list(): AsyncGenerator<{ source: string; parsed: Parsed<Article> }> {
    const names = await fileNames(this.articles, '.json');
    yield* mapConcurrently(names, READS_AT_ONCE, (name) => this.read(basename(name, '.json')));
  }

  async get(id: string): Promise<Article | null> {
    // What is no id cannot name a file either: an id may come from outside.
    if (!Article.shape.id.safeParse(id).success) return null;
    const text = await readTextFile(this.path(id));
    if (text === null) return null;
    const parsed = this.parse(id, text);
    if (parsed.ok) return parsed.value;
    const faults = parsed.faults.map(formatFault).join('; ');
    throw new DependencyError('read', this.path(id), new Error(faults));
  }

  async version(id: string, hash: string): Promise<Article | null> {
    if (!Article.shape.id.safeParse(id).success || !/^[0-9a-f]{64}$/.test(hash)) return null;
    const path = join(this.articles, 'versions', id, `${hash}.json`);
    const text = await readTextFile(path);
    const parsed = text === null ? null : parseStoredArticle(text, id, path);
    return parsed?.ok && articleHash(parsed.value) === hash ? parsed.value : null;
  }

  async quarantine(entry: Quarantined): Promise<void> {
    await replaceFile(this.refusedPath(entry.source), `${JSON.stringify(entry, null, 2)}\n`);
  }

  async release(source: string): Promise<void> {
    const path = this.refusedPath(source);
    await rm(path, { force: true }).catch((cause: unknown) => {
      throw new DependencyError('remove', path, cause);
    });
  }

  async listQuarantined(): Promise<Quarantined[]> {
    const names = await fileNames(this.refused, '.json');
    const entries: Quarantined[] = [];
    for (const name of names) {
      const path = join(this.refused, name);
      entries.push(parseQuarantined((await readTextFile(path)) ?? '', path));
    }
    return entries.sort((a, b) => a.at.localeCompare(b.at));
  }

  /** A file that cannot be read is a fault of that article; the others go on. */
  private async read(id: string): Promise<{ source: string; parsed: Parsed<Article> }> {
    const source = this.path(id);
    try {
      const text = (await readTextFile(source)) ?? '';
      return { source, parsed: this.parse(id, text) };
    } catch (error) {
      const cause = error instanceof DependencyError ? error.cause : error;
      const fault = { source, field: '', expected: 'a readable file', found: reasonOf(cause) };
      return { source, parsed: { ok: false, faults: [fault] } };
    }
  }

  private parse(id: string, text: string): Parsed<Article> {
    return parseStoredArticle(text, id, this.path(id));
  }

  private path(id: string): string {
    return join(this.articles, `${id}.json`);
  }

  private refusedPath(source: string): string {
    return join(this.refused, `${quarantineName(source)}.json`);
  }
}

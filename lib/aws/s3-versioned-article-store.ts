import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { articleHash } from '#lib/article/article-hash.ts';
import type { ArticleVersions } from '#lib/article/article-store.ts';
import type { Article } from '#lib/article/article.ts';
import { parseStoredArticle } from '#lib/article/parse-stored-article.ts';
import { articleKey, S3ArticleStore } from './s3-article-store.ts';

/** Articles in a versioned bucket, with the versions that S3 keeps of them. */
export class S3VersionedArticleStore extends S3ArticleStore implements ArticleVersions {
  constructor(
    private readonly s3: S3Client,
    private readonly bucketName: string,
  ) {
    super(s3, bucketName);
  }

  /** Reads the versions of an article, the newest first, until one has the hash. */
  async version(id: string, hash: string): Promise<Article | null> {
    for await (const versionId of this.versionsOf(articleKey(id))) {
      const article = await this.readVersion(id, versionId);
      if (article !== null && articleHash(article) === hash) return article;
    }
    return null;
  }

  /** S3 lists the versions of a key newest first ("S3 API reference: ListObjectVersions"). */
  private async *versionsOf(key: string): AsyncGenerator<string> {
    let page: ListObjectVersionsOutput = {};
    do {
      page = await this.s3.send(
        new ListObjectVersionsCommand({
          Bucket: this.bucketName,
          Prefix: key,
          KeyMarker: page.NextKeyMarker,
          VersionIdMarker: page.NextVersionIdMarker,
        }),
      );
      for (const { Key, VersionId } of page.Versions ?? [])
        if (Key === key && VersionId !== undefined) yield VersionId;
    } while (page.IsTruncated);
  }

  /** Null for a version that cannot be used: another may have the hash. */
  private async readVersion(id: string, versionId: string): Promise<Article | null> {
    const { Body } = await this.s3.send(
      new GetObjectCommand({
        Bucket: this.bucketName,
        Key: articleKey(id),
        VersionId: versionId,
      }),
    );
    const parsed = parseStoredArticle((await Body?.transformToString('utf-8')) ?? '', id, id);
    return parsed.ok ? parsed.value : null;
  }
}

import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Incoming, IncomingFile } from '#lib/article/take-incoming.ts';
import { refusedKey } from './s3-article-store.ts';

/** Where files of the bucket of articles wait to be taken in. */
export const INCOMING = 'incoming/';

/** Files by their keys. A version is an ETag, so that a file which was put anew meanwhile is not moved away unread. */
export class S3Incoming implements Incoming {
  constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
  ) {}

  get(key: string, maxBytes: number): Promise<IncomingFile | null> {
    return unless(MISSING, null, () => this.read({ Bucket: this.bucket, Key: key }, maxBytes));
  }

  /** The bucket keeps the object for a while as an old version. */
  remove(key: string, version: string): Promise<void> {
    return unless(CHANGED, undefined, async () => {
      const object = { Bucket: this.bucket, Key: key, IfMatch: version };
      await this.client.send(new DeleteObjectCommand(object));
    });
  }

  setAside(key: string, version: string): Promise<void> {
    return unless(CHANGED, undefined, async () => {
      await this.client.send(
        new CopyObjectCommand({
          Bucket: this.bucket,
          Key: refusedKey(key),
          CopySource: `${this.bucket}/${key.split('/').map(encodeURIComponent).join('/')}`,
          CopySourceIfMatch: version,
          // Else tags are copied, for which the function would need permissions of their own.
          TaggingDirective: 'REPLACE',
        }),
      );
      await this.remove(key, version);
    });
  }

  private async read(
    object: { Bucket: string; Key: string },
    maxBytes: number,
  ): Promise<IncomingFile> {
    const head = await this.client.send(new HeadObjectCommand(object));
    const { ETag = '', ContentLength: size = 0, ContentType = null, Metadata = {} } = head;
    const about = { size, contentType: ContentType, metadata: Metadata, version: ETag };
    if (size > maxBytes) return { ...about, bytes: null };
    const { Body } = await this.client.send(new GetObjectCommand({ ...object, IfMatch: ETag }));
    return { ...about, bytes: (await Body?.transformToByteArray()) ?? new Uint8Array() };
  }
}

/** Names of S3's errors; a deletion on a condition says the same in two ways. */
const MISSING: ReadonlySet<string> = new Set(['NoSuchKey', 'NotFound']);
const CHANGED: ReadonlySet<string> = new Set([...MISSING, 'PreconditionFailed']);

async function unless<T>(
  names: ReadonlySet<string>,
  instead: T,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof S3ServiceException && names.has(error.name)) return instead;
    throw error;
  }
}

import { createHash } from 'node:crypto';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  type HeadObjectOutput,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';

/** S3 in memory: lists, gets, puts, copies and deletes, and keeps their conditions as S3 does. */
export class FakeBuckets {
  /** Text by "bucket/key". */
  readonly objects = new Map<string, string>();
  /** What stands in the headers of an object, by the same. */
  readonly about = new Map<string, Partial<HeadObjectOutput>>();
  readonly mock = mockClient(S3Client);

  constructor() {
    this.mock.on(ListObjectsV2Command).callsFake(({ Bucket, Prefix }) => {
      const keys = [...this.objects.keys()].filter((key) => key.startsWith(`${Bucket}/${Prefix}`));
      return { Contents: keys.sort().map((key) => ({ Key: key.slice(Bucket.length + 1) })) };
    });
    this.mock.on(GetObjectCommand).callsFake(({ Bucket, Key }) => {
      const text = this.objects.get(`${Bucket}/${Key}`);
      if (text === undefined) throw new NoSuchKey({ message: Key, $metadata: {} });
      const transformToByteArray = async () => new TextEncoder().encode(text);
      const Body = { transformToString: async () => text, transformToByteArray };
      return { Body, ETag: tagOf(text) };
    });
    this.mock.on(HeadObjectCommand).callsFake(({ Bucket, Key }) => {
      const text = this.objects.get(`${Bucket}/${Key}`);
      if (text === undefined) throw error('NotFound');
      const ContentLength = new TextEncoder().encode(text).length;
      return { ContentLength, ETag: tagOf(text), ...this.about.get(`${Bucket}/${Key}`) };
    });
    this.mock.on(DeleteObjectCommand).callsFake(({ Bucket, Key, IfMatch }) => {
      const text = this.objects.get(`${Bucket}/${Key}`);
      if (IfMatch !== undefined) this.demand(text, IfMatch);
      this.objects.delete(`${Bucket}/${Key}`);
      return {};
    });
    this.mock.on(CopyObjectCommand).callsFake(({ Bucket, Key, CopySource, CopySourceIfMatch }) => {
      const text = this.objects.get(decodeURIComponent(CopySource));
      this.objects.set(`${Bucket}/${Key}`, this.demand(text, CopySourceIfMatch));
      return {};
    });
    this.mock.on(PutObjectCommand).callsFake(({ Bucket, Key, Body, IfNoneMatch }) => {
      const name = `${Bucket}/${Key}`;
      if (IfNoneMatch === '*' && this.objects.has(name)) throw error('PreconditionFailed');
      this.objects.set(name, String(Body));
      return {};
    });
  }

  private demand(text: string | undefined, tag: string): string {
    if (text === undefined) throw error('NoSuchKey');
    if (tagOf(text) !== tag) throw error('PreconditionFailed');
    return text;
  }

  /** Keys of a bucket under a prefix. */
  keys(prefix: string): string[] {
    return [...this.objects.keys()].filter((key) => key.startsWith(prefix));
  }
}

const tagOf = (text: string) => `"${createHash('md5').update(text).digest('hex')}"`;

function error(name: string): S3ServiceException {
  return new S3ServiceException({ name, $fault: 'client', $metadata: {} });
}

import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';

/** S3 in memory: lists, gets and puts, and keeps `If-None-Match` as S3 does. */
export class FakeBuckets {
  /** Text by "bucket/key". */
  readonly objects = new Map<string, string>();
  readonly mock = mockClient(S3Client);

  constructor() {
    this.mock.on(ListObjectsV2Command).callsFake(({ Bucket, Prefix }) => {
      const keys = [...this.objects.keys()].filter((key) => key.startsWith(`${Bucket}/${Prefix}`));
      return { Contents: keys.sort().map((key) => ({ Key: key.slice(Bucket.length + 1) })) };
    });
    this.mock.on(GetObjectCommand).callsFake(({ Bucket, Key }) => {
      const text = this.objects.get(`${Bucket}/${Key}`);
      if (text === undefined) throw new NoSuchKey({ message: Key, $metadata: {} });
      return { Body: { transformToString: async () => text } };
    });
    this.mock.on(PutObjectCommand).callsFake(({ Bucket, Key, Body, IfNoneMatch }) => {
      const name = `${Bucket}/${Key}`;
      if (IfNoneMatch === '*' && this.objects.has(name)) throw preconditionFailed();
      this.objects.set(name, String(Body));
      return {};
    });
  }

  /** Keys of a bucket under a prefix. */
  keys(prefix: string): string[] {
    return [...this.objects.keys()].filter((key) => key.startsWith(prefix));
  }
}

function preconditionFailed(): S3ServiceException {
  return new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', $metadata: {} });
}

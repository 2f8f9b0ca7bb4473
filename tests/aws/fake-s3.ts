import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';

const PAGE_SIZE = 10;

/** An S3 client over one bucket in memory: get, put with its condition, and list in small pages. */
export function fakeS3(objects = new Map<string, string>()): S3Client {
  const client = new S3Client({ region: 'us-east-1' });
  const mock = mockClient(client);
  mock.on(GetObjectCommand).callsFake(({ Key }: { Key: string }) => {
    const text = objects.get(Key);
    if (text === undefined) throw new NoSuchKey({ $metadata: {}, message: 'no such key' });
    return { Body: { transformToString: async () => text } };
  });
  mock.on(PutObjectCommand).callsFake(({ Key, Body, IfNoneMatch }) => {
    if (IfNoneMatch === '*' && objects.has(Key)) throw s3Error('PreconditionFailed');
    objects.set(Key, Body);
    return {};
  });
  mock.on(ListObjectsV2Command).callsFake(({ Prefix, ContinuationToken = '' }) => {
    const keys = [...objects.keys()].filter((key) => key.startsWith(Prefix)).sort();
    const page = keys.filter((key) => key > ContinuationToken).slice(0, PAGE_SIZE);
    const last = page.at(-1);
    const isLastPage = last === undefined || last === keys.at(-1);
    return {
      Contents: page.map((Key) => ({ Key })),
      ...(!isLastPage && { NextContinuationToken: last }),
    };
  });
  return client;
}

/** An error of S3 by its code. */
export function s3Error(name: string): S3ServiceException {
  return new S3ServiceException({ name, $fault: 'client', $metadata: {}, message: name });
}

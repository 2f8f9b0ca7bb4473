import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';

const PAGE_SIZE = 10;

/** An S3 client over one bucket in memory: get, put with its conditions, delete, and list in small pages. */
export function fakeS3(objects = new Map<string, string>()): S3Client {
  const client = new S3Client({ region: 'us-east-1' });
  const mock = mockClient(client);
  mock.on(GetObjectCommand).callsFake(({ Key }: { Key: string }) => {
    const text = objects.get(Key);
    if (text === undefined) throw new NoSuchKey({ $metadata: {}, message: 'no such key' });
    return { Body: { transformToString: async () => text }, ETag: tagOf(text) };
  });
  mock.on(PutObjectCommand).callsFake(({ Key, Body, IfNoneMatch, IfMatch }) => {
    const standing = objects.get(Key);
    if (IfNoneMatch === '*' && standing !== undefined) throw s3Error('PreconditionFailed');
    if (IfMatch !== undefined && standing === undefined) throw s3Error('NoSuchKey');
    if (IfMatch !== undefined && tagOf(standing ?? '') !== IfMatch)
      throw s3Error('PreconditionFailed');
    objects.set(Key, Body);
    return {};
  });
  mock.on(DeleteObjectCommand).callsFake(({ Key }: { Key: string }) => {
    objects.delete(Key);
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

/** As S3 makes it of an object that was put in one piece. */
const tagOf = (text: string) => `"${createHash('md5').update(text).digest('hex')}"`;

/** An error of S3 by its code. */
export function s3Error(name: string): S3ServiceException {
  return new S3ServiceException({ name, $fault: 'client', $metadata: {}, message: name });
}

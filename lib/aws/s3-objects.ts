import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  paginateListObjectsV2,
  PutObjectCommand,
  S3ServiceException,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';

const CONFLICT_ATTEMPTS = 5;

/** JSON objects in one bucket, as text. */
export class S3Objects {
  constructor(
    private readonly client: S3Client,
    readonly bucket: string,
  ) {}

  /** Where an object stands, for messages. */
  address(key: string): string {
    return `s3://${this.bucket}/${key}`;
  }

  /** The text of an object, or null where there is none. */
  async get(key: string): Promise<string | null> {
    return (await this.getTagged(key))?.text ?? null;
  }

  /** The text of an object with the tag of this version, for `putOver`; null where there is none. */
  async getTagged(key: string): Promise<{ text: string; tag: string } | null> {
    try {
      const { Body, ETag = '' } = await this.client.send(
        new GetObjectCommand({ Bucket: this.bucket, Key: key }),
      );
      return Body === undefined ? null : { text: await Body.transformToString('utf-8'), tag: ETag };
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  async put(key: string, json: string): Promise<void> {
    await this.client.send(new PutObjectCommand(this.object(key, json)));
  }

  /**
   * Writes an object unless its key is taken, which it then says with `false`. Of several callers
   * at once one writes.
   */
  putNew(key: string, json: string): Promise<boolean> {
    return this.putIf(key, json, { IfNoneMatch: '*' });
  }

  /**
   * Writes over the version of an object that has this tag; `false` where another stands there by now
   * or none. Of several callers at once one writes.
   */
  putOver(key: string, json: string, tag: string): Promise<boolean> {
    return this.putIf(key, json, { IfMatch: tag });
  }

  /** In a versioned bucket the object can still be brought back. One that is not there is no error. */
  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }

  private async putIf(
    key: string,
    json: string,
    condition: Pick<PutObjectCommandInput, 'IfMatch' | 'IfNoneMatch'>,
  ): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.client.send(new PutObjectCommand({ ...this.object(key, json), ...condition }));
        return true;
      } catch (error) {
        const name = error instanceof S3ServiceException ? error.name : '';
        if (name === 'PreconditionFailed' || name === 'NoSuchKey') return false;
        // Somebody else is writing it at this moment; S3 asks to try again.
        if (name !== 'ConditionalRequestConflict' || attempt === CONFLICT_ATTEMPTS) throw error;
      }
    }
  }

  /** Keys under a prefix, in order, read in pages. */
  async *keys(prefix: string): AsyncGenerator<string> {
    const pages = paginateListObjectsV2(
      { client: this.client },
      { Bucket: this.bucket, Prefix: prefix },
    );
    for await (const { Contents = [] } of pages)
      for (const { Key } of Contents) if (Key !== undefined) yield Key;
  }

  private object(key: string, json: string): PutObjectCommandInput {
    const ContentType = 'application/json; charset=utf-8';
    return { Bucket: this.bucket, Key: key, Body: json, ContentType };
  }
}

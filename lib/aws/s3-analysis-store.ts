import type { S3Client } from '@aws-sdk/client-s3';
import type { AnalysisStore } from '#lib/edition/analysis-store.ts';
import { S3Objects } from './s3-objects.ts';

/** Kept analyses in a bucket: `analyses/<key>.json`. */
export class S3AnalysisStore implements AnalysisStore {
  private readonly objects: S3Objects;

  constructor(client: S3Client, bucket: string) {
    this.objects = new S3Objects(client, bucket);
  }

  get(key: string): Promise<string | null> {
    return this.objects.get(`analyses/${key}.json`);
  }

  async put(key: string, kept: string): Promise<void> {
    await this.objects.put(`analyses/${key}.json`, kept);
  }
}

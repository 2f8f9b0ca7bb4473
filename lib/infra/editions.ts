import { Construct } from 'constructs';
import type { ParleyFunction } from './parley-function.ts';
import { privateBucket } from './private-bucket.ts';

/** The frozen editions. */
export class Editions extends Construct {
  private readonly bucket = privateBucket(this, 'Bucket');
  readonly bucketName = this.bucket.bucketName;

  grantRead(fn: ParleyFunction): void {
    // Without ListBucket a missing edition answers 403 rather than 404.
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
    fn.allow(['s3:GetObject'], [this.bucket.arnForObjects('editions/*')]);
    fn.provide('EDITIONS_BUCKET', this.bucket.bucketName);
  }

  /**
   * Reads editions and editors' notes, and freezes new editions: the condition refuses a write that
   * could replace one.
   */
  grantFreeze(fn: ParleyFunction): void {
    this.grantRead(fn);
    fn.allow(['s3:GetObject'], [this.bucket.arnForObjects('notes/*')]);
    fn.allow(['s3:PutObject'], [this.bucket.arnForObjects('editions/*')], {
      Null: { 's3:if-none-match': 'false' },
    });
  }
}

import { Construct } from 'constructs';
import type { ParleyFunction } from './parley-function.ts';
import { privateBucket } from './private-bucket.ts';

/** The articles, what was refused (`quarantine/`) and the analyses kept by content hash (`analyses/`). */
export class Articles extends Construct {
  private readonly bucket = privateBucket(this, 'Bucket');
  readonly bucketName = this.bucket.bucketName;

  /** Reads articles, quarantines those that cannot be read until they can be, and keeps analyses. */
  grantAnalyse(fn: ParleyFunction): void {
    // Without ListBucket a missing key answers 403 rather than 404, and looks like a broken bucket.
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
    fn.allow(['s3:GetObject'], [this.bucket.arnForObjects('articles/*')]);
    fn.allow(['s3:GetObject', 's3:PutObject'], [this.bucket.arnForObjects('analyses/*')]);
    this.grantQuarantine(fn);
    fn.provide('ARTICLES_BUCKET', this.bucket.bucketName);
  }

  private grantQuarantine(fn: ParleyFunction): void {
    fn.allow(
      ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      [this.bucket.arnForObjects('quarantine/*')],
    );
  }
}

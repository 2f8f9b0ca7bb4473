import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { INCOMING } from '#lib/aws/s3-incoming.ts';
import type { ParleyFunction } from './parley-function.ts';
import { privateBucket } from './private-bucket.ts';

/**
 * The articles, files to be taken in (`incoming/`), what was refused (`quarantine/`) and the analyses kept by content
 * hash (`analyses/`).
 */
export class Articles extends Construct {
  private readonly bucket = privateBucket(this, 'Bucket');
  readonly bucketName = this.bucket.bucketName;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // On the resource itself: the bucket's own method makes a function that sets it from outside.
    const resource = this.bucket.node.defaultChild as CfnBucket;
    resource.notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }

  /** Takes files in: keeps their articles and removes them, or quarantines them with their reasons. */
  grantIngest(fn: ParleyFunction): void {
    this.grantList(fn);
    fn.allow(['s3:GetObject', 's3:DeleteObject'], [this.bucket.arnForObjects(`${INCOMING}*`)]);
    fn.allow(['s3:GetObject', 's3:PutObject'], [this.bucket.arnForObjects('articles/*')]);
    this.grantQuarantine(fn);
    fn.provide('ARTICLES_BUCKET', this.bucketName);
  }

  /** Reads articles, quarantines those that cannot be read until they can be, and keeps analyses. */
  grantAnalyse(fn: ParleyFunction): void {
    this.grantList(fn);
    fn.allow(['s3:GetObject'], [this.bucket.arnForObjects('articles/*')]);
    fn.allow(['s3:GetObject', 's3:PutObject'], [this.bucket.arnForObjects('analyses/*')]);
    this.grantQuarantine(fn);
    fn.provide('ARTICLES_BUCKET', this.bucketName);
  }

  /** Without it a missing key answers 403 rather than 404, and looks like a broken bucket. */
  private grantList(fn: ParleyFunction): void {
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
  }

  private grantQuarantine(fn: ParleyFunction): void {
    fn.allow(
      ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      [this.bucket.arnForObjects('quarantine/*')],
    );
  }
}

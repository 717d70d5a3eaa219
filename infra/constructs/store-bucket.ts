import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, type LifecycleRule } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { DataKey } from './data-key.ts';
import { logAccess } from './log-bucket.ts';
import { allow, type Use, use } from './use.ts';

type BucketVariable = 'DATA_BUCKET' | 'REPORTS_BUCKET' | 'UPLOADS_BUCKET';

export interface StoreBucketProps extends BucketProps {
  readonly variable: BucketVariable;
  readonly key: DataKey;
  readonly logs: Bucket;
}

// The only rule a bucket of pinned versions may have: it removes no object, only the parts of uploads nobody finished.
export const unfinishedUploads: LifecycleRule = {
  id: 'unfinished-uploads',
  abortIncompleteMultipartUploadAfter: Duration.days(7),
};

/** A bucket of the agency's data: private, encrypted with the one key, TLS 1.2 at least, versioned, logged, kept. */
export class StoreBucket extends Construct {
  readonly bucket: Bucket;
  readonly #variable: BucketVariable;
  readonly #key: DataKey;

  constructor(scope: Construct, id: string, { variable, key, logs, lifecycleRules, ...own }: StoreBucketProps) {
    super(scope, id);
    this.#variable = variable;
    this.#key = key;
    this.bucket = new Bucket(this, 'Bucket', {
      ...own,
      encryption: BucketEncryption.KMS,
      encryptionKey: key.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [...(lifecycleRules ?? []), unfinishedUploads],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    logAccess(this.bucket, logs, `${id.toLowerCase()}/`);
  }

  /** Reads objects that a record vouches for. */
  read(...prefixes: readonly string[]): Use {
    return this.#use('read', allow(['s3:GetObject'], this.#below(prefixes)));
  }

  /** Reads objects that may be missing: without ListBucket absence would look like refusal. */
  find(...prefixes: readonly string[]): Use {
    return this.#use(
      'read',
      allow(['s3:GetObject'], this.#below(prefixes)),
      allow(['s3:ListBucket'], [this.bucket.bucketArn]),
    );
  }

  /** Creates objects, in parts too, and reads one that is there already to see that it is the same. */
  create(...prefixes: readonly string[]): Use {
    return this.#use(
      'write',
      allow(['s3:PutObject', 's3:AbortMultipartUpload', 's3:GetObject'], this.#below(prefixes)),
    );
  }

  /** Deletes objects for good; S3 asks for one right where it keeps versions, and for the other where it does not. */
  remove(...prefixes: readonly string[]): Use {
    return this.#use(
      'read',
      allow(['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:GetObject'], this.#below(prefixes)),
      allow(['s3:ListBucket'], [this.bucket.bucketArn]),
    );
  }

  /** Puts objects below the prefixes, whatever is there: lists that are replaced, and links that somebody else uploads by. */
  receive(...prefixes: readonly string[]): Use {
    return this.#use('write', allow(['s3:PutObject'], this.#below(prefixes)));
  }

  #use(ofKey: 'read' | 'write', ...statements: Parameters<typeof use>[1][]): Use {
    return use({ [this.#variable]: this.bucket.bucketName }, ...statements, this.#key.throughObjects(ofKey));
  }

  #below(prefixes: readonly string[]): string[] {
    return prefixes.map((prefix) => this.bucket.arnForObjects(`${prefix}*`));
  }
}

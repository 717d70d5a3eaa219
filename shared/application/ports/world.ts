import type { StoredObject } from '../../domain/validation-run/state.ts';
import type { Instant } from '../../kernel/instant.ts';

export interface Clock {
  now(): Instant;
}

/** Prefixed, sortable by time of making, at least 80 random bits. */
export interface Ids {
  next(prefix: 'evt' | 'cat' | 'rul' | 'grp' | 'run' | 'snp' | 'upl' | 'req' | 'alr' | 'msg' | 'bdy' | 'obx'): string;
}

export type BucketName = 'data' | 'reports' | 'uploads';

/** Objects. Everything but uploads and lists of the datamart is create-only: the same content again counts as written. */
export interface ObjectStore {
  putFile(bucket: BucketName, key: string, localPath: string, contentType: string): Promise<StoredObject>;
  putText(bucket: BucketName, key: string, text: string, contentType: string): Promise<StoredObject>;
  /** The one way to put another content in place of one that is there: for lists that say what holds now. */
  replaceText(bucket: BucketName, key: string, text: string, contentType: string): Promise<void>;
  /** How others than this store name an object: `s3://bucket/key`. */
  addressOf(bucket: BucketName, key: string): string;
  /** Streams to `localPath`; throws when size or SHA-256 differ from what `expected` vouches for. */
  download(bucket: BucketName, object: StoredObject, localPath: string): Promise<void>;
  /** Several objects, one after the other, into one file. False when one is missing or the whole is not what was expected. */
  assemble(
    bucket: BucketName,
    keys: readonly string[],
    expected: { readonly bytes: number; readonly sha256: string },
    localPath: string,
  ): Promise<boolean>;
  /** The sizes of all objects whose keys begin so. */
  sizesBelow(bucket: BucketName, prefix: string): Promise<ReadonlyMap<string, number>>;
  /** Deletes an object with all that is stored under its key. One that is not there any more counts as deleted. */
  remove(bucket: BucketName, key: string): Promise<void>;
  readText(bucket: BucketName, key: string): Promise<string>;
  /** Size and SHA-256 of the stored bytes, read in full; undefined when absent. */
  fingerprint(
    bucket: BucketName,
    key: string,
  ): Promise<{ readonly bytes: number; readonly sha256: string } | undefined>;
  /** A link that ends after `seconds` (60 to 300), saved under that name; INLINE opens as a page in the browser instead. */
  presignGet(
    bucket: BucketName,
    key: string,
    fileName: string,
    seconds: number,
    shown?: 'ATTACHMENT' | 'INLINE',
  ): Promise<{ readonly url: string; readonly expiresAt: Instant }>;
  presignPut(
    bucket: BucketName,
    key: string,
    seconds: number,
  ): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }>;
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Resource } from '../runtime.ts';
import { contentType } from './content-type.ts';
import { type Deployment, deploymentProperties, filler, picked } from './deployment.ts';

export interface StoredObject {
  readonly body: Buffer;
  /** With its quotes. */
  readonly etag: string;
  /** Content type and what the deployment says about caching. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Object key to object. Only what is in here can be served, so that no path leads out of it. */
export type BucketContent = ReadonlyMap<string, StoredObject>;

export interface Sources {
  /** The folder behind an asset's object key. */
  readonly assetPath: (objectKey: string) => string | undefined;
  /** Puts local addresses in the place of the public ones of AWS services. */
  readonly toLocal: (text: string) => string;
}

/**
 * What the template's bucket deployments would put into each bucket, by its name, the later deployment over the earlier.
 * Throws on a source that is not in the assembly or is a zip file.
 */
export function bucketContents(resources: readonly Resource[], sources: Sources): ReadonlyMap<string, BucketContent> {
  const buckets = new Map<string, Map<string, StoredObject>>();
  for (const { type, properties } of resources) {
    if (type !== 'Custom::CDKBucketDeployment') continue;
    const deployment = deploymentProperties.parse(properties);
    const bucket = buckets.get(deployment.DestinationBucketName) ?? new Map<string, StoredObject>();
    buckets.set(deployment.DestinationBucketName, bucket);
    for (const [key, object] of objectsOf(deployment, sources)) bucket.set(key, object);
  }
  return buckets;
}

function* objectsOf(deployment: Deployment, { assetPath, toLocal }: Sources): Generator<[string, StoredObject]> {
  for (const [index, objectKey] of deployment.SourceObjectKeys.entries()) {
    const folder = assetFolder(objectKey, assetPath);
    const fill = filler(deployment, index, toLocal);
    for (const file of filesUnder(folder).filter(picked(deployment))) {
      const key = deployment.DestinationBucketKeyPrefix + file;
      yield [key, stored(key, fill(readFileSync(join(folder, file))), deployment.SystemMetadata)];
    }
  }
}

function assetFolder(objectKey: string, assetPath: Sources['assetPath']): string {
  const folder = assetPath(objectKey);
  if (folder === undefined) throw new Error(`A bucket deployment names an asset that is not there: ${objectKey}`);
  if (!statSync(folder).isDirectory()) throw new Error(`A bucket deployment from a zip is not emulated: ${folder}`);
  return folder;
}

/** Relative to the folder, with slashes. */
const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

function stored(key: string, body: Buffer, metadata: Deployment['SystemMetadata']): StoredObject {
  return {
    body,
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
    headers: { 'content-type': contentType(key), ...metadata },
  };
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as z from 'zod';
import { wildcard } from '../edge/wildcard.ts';
import type { Resource } from '../runtime.ts';
import { contentType } from './content-type.ts';

export interface StoredObject {
  readonly body: Buffer;
  /** With its quotes. */
  readonly etag: string;
  /** Content type and what the deployment says about caching. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Object key to object. Only what is in here can be served, so that no path leads out of it. */
export type BucketContent = ReadonlyMap<string, StoredObject>;

/**
 * What the template's bucket deployments would put into a bucket, in their order, markers replaced by the values they stand for.
 * `assetPath` gives the folder behind an asset's object key. Throws when that is a zip file.
 */
export function bucketContent(
  bucketName: string,
  resources: readonly Resource[],
  assetPath: (objectKey: string) => string | undefined,
): BucketContent {
  const objects = new Map<string, StoredObject>();
  for (const { type, properties } of resources) {
    if (type !== 'Custom::CDKBucketDeployment') continue;
    const deployment = deploymentProperties.parse(properties);
    if (deployment.DestinationBucketName !== bucketName) continue;
    for (const [index, objectKey] of deployment.SourceObjectKeys.entries()) {
      const folder = assetFolder(objectKey, assetPath);
      const fill = markerFiller(deployment, index);
      for (const file of filesUnder(folder).filter(picked(deployment))) {
        const key = deployment.DestinationBucketKeyPrefix + file;
        objects.set(key, stored(key, fill(readFileSync(join(folder, file))), deployment.SystemMetadata));
      }
    }
  }
  return objects;
}

const deploymentProperties = z.object({
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z
    .string()
    .default('')
    .transform((prefix) => (prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`)),
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(z.record(z.string(), z.string())).default([]),
  SourceMarkersConfig: z.array(z.object({ jsonEscape: z.boolean().optional() })).default([]),
  SystemMetadata: z.record(z.string(), z.string()).default({}),
  Exclude: z.array(z.string()).default([]),
  Include: z.array(z.string()).default([]),
});

function assetFolder(objectKey: string, assetPath: (objectKey: string) => string | undefined): string {
  const folder = assetPath(objectKey);
  if (folder === undefined)
    throw new Error(`The bucket deployment names an asset that is not in the assembly: ${objectKey}`);
  if (!statSync(folder).isDirectory())
    throw new Error(`A bucket deployment from a zip file is not emulated: ${folder}`);
  return folder;
}

/** Relative to the folder, with slashes. */
const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/** As `aws s3 sync` does: all files, without those of an Exclude pattern, and those of an Include pattern all the same. */
function picked({ Exclude, Include }: z.infer<typeof deploymentProperties>): (file: string) => boolean {
  const fitsOneOf = (patterns: readonly string[]) => {
    const tests = patterns.map(wildcard);
    return (file: string) => tests.some((test) => test(file));
  };
  const excluded = fitsOneOf(Exclude);
  const included = fitsOneOf(Include);
  return (file) => !excluded(file) || included(file);
}

function markerFiller(deployment: z.infer<typeof deploymentProperties>, index: number): (body: Buffer) => Buffer {
  const markers = Object.entries(deployment.SourceMarkers[index] ?? {});
  if (markers.length === 0) return (body) => body;
  const inJson = deployment.SourceMarkersConfig[index]?.jsonEscape === true;
  // As latin1 each byte is one character, so that nothing but the markers changes.
  const replacement = (value: string) =>
    Buffer.from(inJson ? JSON.stringify(value).slice(1, -1) : value).toString('latin1');
  const fill = (text: string, [marker, value]: readonly [string, string]) =>
    text.replaceAll(marker, () => replacement(value));
  return (body) => Buffer.from(markers.reduce(fill, body.toString('latin1')), 'latin1');
}

function stored(key: string, body: Buffer, metadata: Readonly<Record<string, string>>): StoredObject {
  return {
    body,
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
    headers: { 'content-type': contentType(key), ...metadata },
  };
}

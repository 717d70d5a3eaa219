import { GetObjectCommand, NoSuchKey, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredObject } from '../../domain/validation-run/state.ts';
import { createMeter, digest, type Fingerprint } from './digest.ts';

interface Place {
  readonly bucket: string;
  readonly key: string;
}

const open = async (client: S3Client, { bucket, key }: Place): Promise<AsyncIterable<Uint8Array>> => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  if (!(Body instanceof Readable)) throw new Error(`object ${key} came without a body`);
  return Body;
};

/** Undefined when there is no such object; every other failure is thrown. Needs s3:ListBucket, else absence reads as 403. */
export const fingerprintOf = async (client: S3Client, place: Place): Promise<Fingerprint | undefined> => {
  try {
    return await digest(await open(client, place));
  } catch (fault) {
    if (fault instanceof NoSuchKey) return undefined;
    throw fault;
  }
};

export const readText = async (client: S3Client, place: Place): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await open(client, place)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

/** The sizes of all objects whose keys begin so. */
export const sizesBelow = async (
  client: S3Client,
  bucket: string,
  prefix: string,
): Promise<ReadonlyMap<string, number>> => {
  const sizes = new Map<string, number>();
  for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix }))
    for (const { Key, Size } of page.Contents ?? []) if (Key !== undefined) sizes.set(Key, Size ?? 0);
  return sizes;
};

/** Streams objects into one file, one after the other, measuring what passes. */
const pour = async (
  client: S3Client,
  bucket: string,
  keys: readonly string[],
  localPath: string,
): Promise<Fingerprint> => {
  const meter = createMeter();
  const metered = async function* () {
    for (const key of keys)
      for await (const chunk of await open(client, { bucket, key })) {
        meter.add(chunk);
        yield chunk;
      }
  };
  await pipeline(metered, createWriteStream(localPath));
  return meter.result();
};

/** False when an object is missing or the whole is not as expected; every other failure is thrown. */
export const assembleTo = async (
  client: S3Client,
  { bucket, keys }: { readonly bucket: string; readonly keys: readonly string[] },
  expected: Fingerprint,
  localPath: string,
): Promise<boolean> => {
  try {
    const found = await pour(client, bucket, keys, localPath);
    if (found.bytes === expected.bytes && found.sha256 === expected.sha256) return true;
  } catch (fault) {
    if (!(fault instanceof NoSuchKey)) throw fault;
  }
  await rm(localPath, { force: true });
  return false;
};

/** Streams to a file, and leaves none behind that is not exactly what the record vouches for. */
export const downloadTo = async (
  client: S3Client,
  bucket: string,
  { key, bytes, sha256 }: StoredObject,
  localPath: string,
): Promise<void> => {
  const found = await pour(client, bucket, [key], localPath);
  if (found.bytes === bytes && found.sha256 === sha256) return;
  await rm(localPath);
  throw new Error(`object ${key} is not what its record says: ${found.bytes} bytes, SHA-256 ${found.sha256}`);
};

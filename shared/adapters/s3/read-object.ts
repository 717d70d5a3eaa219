import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
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

/** Streams to a file, and leaves none behind that is not exactly what the record vouches for. */
export const downloadTo = async (
  client: S3Client,
  bucket: string,
  { key, bytes, sha256 }: StoredObject,
  localPath: string,
): Promise<void> => {
  const meter = createMeter();
  const metered = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      meter.add(chunk);
      yield chunk;
    }
  };
  await pipeline(await open(client, { bucket, key }), metered, createWriteStream(localPath));
  const found = meter.result();
  if (found.bytes === bytes && found.sha256 === sha256) return;
  await rm(localPath);
  throw new Error(`object ${key} is not what its record says: ${found.bytes} bytes, SHA-256 ${found.sha256}`);
};

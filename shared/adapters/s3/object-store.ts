import { S3Client } from '@aws-sdk/client-s3';
import { createReadStream } from 'node:fs';
import type { BucketName, Clock, ObjectStore } from '../../application/ports/world.ts';
import type { StoredObject } from '../../domain/validation-run/state.ts';
import { jitteredPause, type Pause } from '../backoff.ts';
import { transferConfiguration } from '../client-configuration.ts';
import { createObject, type NewObject, replaceObject } from './create-object.ts';
import { digest, digestOfText } from './digest.ts';
import { removeObject } from './remove-object.ts';
import { presignGet, presignPut } from './presign.ts';
import { assembleTo, downloadTo, fingerprintOf, readText, sizesBelow } from './read-object.ts';

/** Without WHEN_REQUIRED the SDK would sign the checksum of an empty body into every upload link. */
export const openS3 = (): S3Client =>
  new S3Client({ ...transferConfiguration, requestChecksumCalculation: 'WHEN_REQUIRED' });

interface Parts {
  readonly client: S3Client;
  /** Names of the buckets this function uses. */
  readonly buckets: Readonly<Partial<Record<BucketName, string>>>;
  readonly clock: Clock;
  readonly pause?: Pause;
}

export const createObjectStore = ({ client, buckets, clock, pause = jitteredPause }: Parts): ObjectStore => {
  const nameOf = (bucket: BucketName): string => {
    const name = buckets[bucket];
    if (name === undefined) throw new Error(`this function declares no use of the ${bucket} bucket`);
    return name;
  };

  const create = async (object: NewObject): Promise<StoredObject> => {
    const { bucket, key, bytes, sha256 } = object;
    if ((await createObject(client, object, pause)) === 'EXISTS') {
      const found = await fingerprintOf(client, { bucket, key });
      if (found?.sha256 !== sha256) throw new Error(`object ${key} exists with other content`);
    }
    return { key, bytes, sha256 };
  };

  return {
    async putFile(bucket, key, localPath, contentType) {
      const open = () => createReadStream(localPath);
      return create({ bucket: nameOf(bucket), key, contentType, open, ...(await digest(open())) });
    },
    putText: async (bucket, key, text, contentType) =>
      create({ bucket: nameOf(bucket), key, contentType, open: () => text, ...digestOfText(text) }),
    replaceText: async (bucket, key, text, contentType) =>
      replaceObject(client, { bucket: nameOf(bucket), key, contentType, text }),
    addressOf: (bucket, key) => `s3://${nameOf(bucket)}/${key}`,
    download: async (bucket, object, localPath) => downloadTo(client, nameOf(bucket), object, localPath),
    assemble: async (bucket, keys, expected, localPath) =>
      assembleTo(client, { bucket: nameOf(bucket), keys }, expected, localPath),
    sizesBelow: async (bucket, prefix) => sizesBelow(client, nameOf(bucket), prefix),
    remove: async (bucket, key) => removeObject(client, { bucket: nameOf(bucket), key }),
    readText: async (bucket, key) => readText(client, { bucket: nameOf(bucket), key }),
    fingerprint: async (bucket, key) => fingerprintOf(client, { bucket: nameOf(bucket), key }),
    presignGet: async (bucket, key, fileName, seconds, shown = 'ATTACHMENT') =>
      presignGet(client, nameOf(bucket), key, { fileName, seconds, shown, now: clock.now() }),
    presignPut: async (bucket, key, seconds) => presignPut(client, nameOf(bucket), key, { seconds, now: clock.now() }),
  };
};

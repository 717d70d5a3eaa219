import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { BucketName, Clock, ObjectStore } from '../../shared/application/ports/world.ts';
import { instantFromMillis, millisOf } from '../../shared/kernel/instant.ts';

const fingerprintOf = (content: Buffer) => ({
  bytes: content.byteLength,
  sha256: createHash('sha256').update(content).digest('hex'),
});

const requireShort = (seconds: number): void => {
  if (seconds < 60 || seconds > 300) throw new RangeError(`a link lives 60 to 300 seconds, not ${seconds}`);
};

/** Objects by bucket and key; create-only like the real store. `objects` may be given to look into it. */
export const inMemoryObjects = (clock: Clock, objects = new Map<string, Buffer>()): ObjectStore => {
  const nameOf = (bucket: BucketName, key: string): string => `${bucket}/${key}`;
  const create = (bucket: BucketName, key: string, content: Buffer) => {
    const known = objects.get(nameOf(bucket, key));
    if (known && !known.equals(content)) throw new Error(`object ${key} exists with other content`);
    objects.set(nameOf(bucket, key), content);
    return { key, ...fingerprintOf(content) };
  };
  const read = (bucket: BucketName, key: string): Buffer => {
    const content = objects.get(nameOf(bucket, key));
    if (!content) throw new Error(`there is no object ${key}`);
    return content;
  };
  return {
    putFile: async (bucket, key, localPath) => create(bucket, key, await readFile(localPath)),
    putText: async (bucket, key, text) => create(bucket, key, Buffer.from(text)),
    async replaceText(bucket, key, text) {
      objects.set(nameOf(bucket, key), Buffer.from(text));
    },
    addressOf: (bucket, key) => `s3://${nameOf(bucket, key)}`,
    async download(bucket, { key, bytes, sha256 }, localPath) {
      const content = read(bucket, key);
      const found = fingerprintOf(content);
      if (found.bytes !== bytes || found.sha256 !== sha256)
        throw new Error(`object ${key} is not what its record says`);
      await writeFile(localPath, content);
    },
    async assemble(bucket, keys, expected, localPath) {
      const parts = keys.map((key) => objects.get(nameOf(bucket, key)));
      if (!parts.every((part) => part !== undefined)) return false;
      const content = Buffer.concat(parts);
      const found = fingerprintOf(content);
      if (found.bytes !== expected.bytes || found.sha256 !== expected.sha256) return false;
      await writeFile(localPath, content);
      return true;
    },
    sizesBelow: async (bucket, prefix) => {
      const begin = nameOf(bucket, prefix);
      const below = [...objects].filter(([name]) => name.startsWith(begin));
      return new Map(below.map(([name, content]) => [name.slice(bucket.length + 1), content.byteLength]));
    },
    async remove(bucket, key) {
      objects.delete(nameOf(bucket, key));
    },
    readText: async (bucket, key) => read(bucket, key).toString(),
    async fingerprint(bucket, key) {
      const content = objects.get(nameOf(bucket, key));
      return content && fingerprintOf(content);
    },
    async presignGet(bucket, key, fileName, seconds, shown = 'ATTACHMENT') {
      requireShort(seconds);
      const expiresAt = instantFromMillis(millisOf(clock.now()) + seconds * 1000);
      const query = new URLSearchParams({ as: fileName, shown, until: expiresAt });
      return { url: `memory://${nameOf(bucket, key)}?${query.toString()}`, expiresAt };
    },
    async presignPut(bucket, key, seconds) {
      requireShort(seconds);
      return { url: `memory://${nameOf(bucket, key)}`, headers: {} };
    },
  };
};

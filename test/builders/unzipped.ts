import { inflateRawSync } from 'node:zlib';

/** Reads an archive by its directory, as strict programs do: sizes come from there. */
export const unzipped = (archive: Buffer): ReadonlyMap<string, Buffer> => {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = archive.readUInt32LE(end + 16);
  const files = new Map<string, Buffer>();
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, length, offset] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt32LE(at + 42),
    ];
    const name = archive.toString('utf8', at + 46, at + 46 + length);
    const from = offset + 30 + archive.readUInt16LE(offset + 26);
    files.set(name, inflateRawSync(archive.subarray(from, from + packed)));
    at += 46 + length;
  }
  return files;
};

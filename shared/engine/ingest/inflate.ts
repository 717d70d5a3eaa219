import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { UnreadableFile } from './problem.ts';

const ratioLimit = 100;
// Below this a file of few repeated rows may well be packed tighter than any real one.
const ratioCountsFrom = 1_000_000;

const notGzip = { code: 'NOT_GZIP', detail: 'the file is not a complete gzip file' } as const;
const inflatesTooMuch = {
  code: 'INFLATES_TOO_MUCH',
  detail: `the file unpacks to more than ${ratioLimit} times its size`,
} as const;

const bytesOf = async function* (path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: 1 << 18 });
};

const inflated = async function* (path: string): AsyncGenerator<Uint8Array> {
  const source = createReadStream(path, { highWaterMark: 1 << 16 });
  const gunzip = source.pipe(createGunzip({ chunkSize: 1 << 18 }));
  const chunks: AsyncIterable<Uint8Array> = gunzip;
  source.once('error', (fault) => gunzip.destroy(fault));
  let written = 0;
  try {
    for await (const chunk of chunks) {
      written += chunk.length;
      if (written > ratioCountsFrom && written > gunzip.bytesWritten * ratioLimit)
        throw new UnreadableFile(inflatesTooMuch);
      yield chunk;
    }
  } catch (fault) {
    throw isZlibFault(fault) ? new UnreadableFile(notGzip) : fault;
  } finally {
    source.destroy();
  }
};

const isZlibFault = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && fault.code.startsWith('Z_');

/** The bytes of a plain or gzipped file, given up (UnreadableFile) when it is a bomb or holds more than `limit` bytes. */
export const plainBytes = async function* (path: string, gzip: boolean, limit: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of gzip ? inflated(path) : bytesOf(path)) {
    total += chunk.length;
    if (total > limit) {
      const detail = `the file holds more than ${limit.toLocaleString('en-US')} bytes`;
      throw new UnreadableFile({ code: 'FILE_TOO_LARGE', detail });
    }
    yield chunk;
  }
};

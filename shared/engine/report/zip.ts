import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive; its bytes are made as they are read. */
export interface Entry {
  readonly name: string;
  readonly content: AsyncIterable<string | Uint8Array>;
}

const version = 20;
/** Sizes follow the content; names are UTF-8. */
const flags = 0x0808;
const deflated = 8;
/** 1 January 1980, the first day a ZIP file knows: the same content gives the same bytes. */
const date = 0x0021;

const fields = (...values: readonly (readonly [size: 2 | 4, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(values.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of values) {
    if (size === 2) buffer.writeUInt16LE(value, at);
    else buffer.writeUInt32LE(value, at);
    at += size;
  }
  return buffer;
};

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const localHeader = (name: Buffer): Buffer =>
  Buffer.concat([
    fields(
      [4, 0x04034b50],
      [2, version],
      [2, flags],
      [2, deflated],
      [2, 0],
      [2, date],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ),
    name,
  ]);

const descriptor = ({ crc, packed, size }: Omit<Written, 'name' | 'offset'>): Buffer =>
  fields([4, 0x08074b50], [4, crc], [4, packed], [4, size]);

const centralHeader = ({ name, crc, packed, size, offset }: Written): Buffer =>
  Buffer.concat([
    fields(
      [4, 0x02014b50],
      [2, version],
      [2, version],
      [2, flags],
      [2, deflated],
      [2, 0],
      [2, date],
      [4, crc],
      [4, packed],
      [4, size],
      [2, name.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ),
    name,
  ]);

const limit = 0xffff_fffe;

/**
 * A ZIP archive as a stream: nothing of it is ever held whole. Level 1, since it is read once and made while
 * somebody waits. Throws past 4 GB, which the old format cannot say.
 */
export const zip = async function* (entries: AsyncIterable<Entry> | Iterable<Entry>): AsyncGenerator<Uint8Array> {
  let offset = 0;
  const written: Written[] = [];
  for await (const { name: text, content } of entries) {
    const name = Buffer.from(text);
    const begins = offset;
    const head = localHeader(name);
    yield head;
    const sums = { crc: 0, packed: 0, size: 0 };
    for await (const piece of packed(content, sums)) yield piece;
    yield descriptor(sums);
    offset += head.length + sums.packed + 16;
    if (offset > limit || sums.size > limit) throw new RangeError('the file would be larger than 4 GB');
    written.push({ name, offset: begins, ...sums });
  }
  const directory = Buffer.concat(written.map(centralHeader));
  yield directory;
  yield fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, written.length],
    [2, written.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
};

const packed = async function* (
  content: AsyncIterable<string | Uint8Array>,
  sums: { crc: number; packed: number; size: number },
): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level: 1 });
  const chunks: AsyncIterable<Uint8Array> = deflate;
  const fed = feed(content, deflate, sums);
  // Told by the stream below when it fails; without this the process would end.
  fed.catch((fault: unknown) => deflate.destroy(fault instanceof Error ? fault : new Error(String(fault))));
  for await (const chunk of chunks) {
    sums.packed += chunk.length;
    yield chunk;
  }
  await fed;
};

const feed = async (
  content: AsyncIterable<string | Uint8Array>,
  deflate: ReturnType<typeof createDeflateRaw>,
  sums: { crc: number; size: number },
): Promise<void> => {
  for await (const part of content) {
    const piece = typeof part === 'string' ? Buffer.from(part) : part;
    sums.crc = crc32(piece, sums.crc);
    sums.size += piece.length;
    if (!deflate.write(piece)) await new Promise((resolve) => deflate.once('drain', resolve));
  }
  deflate.end();
};

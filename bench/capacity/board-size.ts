import { gzipSync } from 'node:zlib';
import type { Json } from '../../test/story/client.ts';
import type { Figure } from '../figure.ts';

/** What a browser loads of the board, packed as it travels. */
export const boardSize = (page: Json, rows: number): Figure => ({
  name: `board: ${rows} rows, gzip`,
  value: gzipSync(JSON.stringify(page)).byteLength / 1_000,
  unit: 'kB',
  aim: { id: 'A2', atMost: 10 },
});

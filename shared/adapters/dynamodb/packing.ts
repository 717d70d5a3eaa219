import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { dictionary1 } from './packing-dictionary.ts';

// The first byte says how the rest is packed, so that a better dictionary can come without rewriting the table.
const format = 1;

// Most states fit: by itself zlib would lay out sixteen times as much for each of a thousand participants.
const chunkSize = 1_024;

// A window and tables for some ten thousand characters beside the dictionary. Those that zlib chooses take five times as long to
// lay out for one participant and save nothing; of a text a hundred times as long they save no more.
const small = { windowBits: 14, memLevel: 6, chunkSize };

/**
 * JSON, deflated against a dictionary of the words that states consist of: a certified participant of two certifiers
 * takes a sixth of its JSON and its commit one write unit less an item and index. `undefined` members are left out.
 */
export const pack = (value: unknown): Uint8Array => {
  const packed = deflateRawSync(JSON.stringify(value), { ...small, level: 9, dictionary: dictionary1 });
  return Buffer.concat([Buffer.of(format), packed]);
};

/** Throws on bytes that `pack` did not write. */
export const unpack = (bytes: Uint8Array): unknown => {
  if (bytes[0] !== format) throw new Error(`packed with format ${bytes[0]}, this code knows ${format}`);
  return JSON.parse(inflateRawSync(bytes.subarray(1), { dictionary: dictionary1, chunkSize }).toString());
};

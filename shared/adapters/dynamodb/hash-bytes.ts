import * as z from 'zod';

/** A SHA-256 takes 32 bytes in the table and 64 hexadecimal digits everywhere else. */
export const hashToBytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');

export const storedHash = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.byteLength === 32)
  .transform((bytes) => Buffer.from(bytes).toString('hex'));

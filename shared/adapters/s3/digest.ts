import { createHash } from 'node:crypto';

export interface Fingerprint {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Size and SHA-256 of bytes that come in pieces. */
export const createMeter = () => {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    add(chunk: Uint8Array): void {
      hash.update(chunk);
      bytes += chunk.byteLength;
    },
    result: (): Fingerprint => ({ bytes, sha256: hash.digest('hex') }),
  };
};

export const digest = async (stream: AsyncIterable<Uint8Array>): Promise<Fingerprint> => {
  const meter = createMeter();
  for await (const chunk of stream) meter.add(chunk);
  return meter.result();
};

export const digestOfText = (text: string): Fingerprint => {
  const meter = createMeter();
  meter.add(Buffer.from(text));
  return meter.result();
};

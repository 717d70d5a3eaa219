import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  const chunks: AsyncIterable<Uint8Array> = createReadStream(path);
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
};

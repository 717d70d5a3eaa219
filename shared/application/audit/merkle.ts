import { createHash } from 'node:crypto';

const hashOf = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

// Told apart by a first byte, so that no inner node can be passed off as a leaf (RFC 6962).
const leafOf = (text: string): Buffer => hashOf('\u0000', text);
const nodeOf = (left: Buffer, right: Buffer): Buffer => hashOf('\u0001', left, right);

const levelAbove = (level: readonly Buffer[]): readonly Buffer[] => {
  const above: Buffer[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const [left, right] = [level[index], level[index + 1]];
    if (left !== undefined) above.push(right === undefined ? left : nodeOf(left, right));
  }
  return above;
};

/** One hash that stands for all of these texts in this order: a changed, missing or added one gives another. */
export const merkleRoot = (leaves: readonly string[]): string => {
  let level: readonly Buffer[] = leaves.map(leafOf);
  while (level.length > 1) level = levelAbove(level);
  return (level[0] ?? hashOf('')).toString('hex');
};

import { randomBytes } from 'node:crypto';
import type { Ids } from '../../application/ports/world.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const randomLimit = 1n << 80n;

const inBase32 = (value: bigint, length: number): string => {
  let text = '';
  for (let rest = value; text.length < length; rest >>= 5n) text = (alphabet[Number(rest & 31n)] ?? '') + text;
  return text;
};

const randomPart = (): bigint => BigInt(`0x${randomBytes(10).toString('hex')}`);

/**
 * ULIDs with a prefix: 48 bits of time, then 80 random bits. Within a process they only grow: in the same millisecond, or
 * when the clock stands back, the last one plus one is next.
 */
export const createIds = (millis: () => number = Date.now): Ids => {
  let time = 0;
  let random = 0n;
  return {
    next(prefix) {
      const now = millis();
      if (now > time) {
        time = now;
        random = randomPart();
      } else {
        random += 1n;
      }
      if (random >= randomLimit) {
        time += 1;
        random = randomPart();
      }
      return `${prefix}_${inBase32(BigInt(time), 10)}${inBase32(random, 16)}`;
    },
  };
};

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certificationEventId } from '../../kernel/ids.ts';
import { moment } from '../../../test/builders/time.ts';
import { sealEntry } from './entry.ts';
import { merkleRoot } from './merkle.ts';
import { headsOf, nextSeal, rootOf } from './seal.ts';

const entry = (chain: string, sequence: number) =>
  sealEntry({
    chain,
    sequence,
    at: moment('2026-05-05'),
    actor: { userId: 'ana', role: 'LOCAL' },
    command: 'startCertification',
    entity: 'participant',
    before: {},
    after: { sequence },
    reason: null,
    requestId: 'r',
    previousHash: '0'.repeat(64),
  });

const made = {
  certificationEventId: certificationEventId('evt_1'),
  at: moment('2026-05-05'),
  reason: 'HOURLY',
} as const;

describe('The heads that are sealed', () => {
  it('are the newest entries of all chains, whatever the order of reading', () => {
    const entries = [entry('b', 1), entry('a', 2), entry('a', 1), entry('b', 2)];
    expect(headsOf(entries).map(({ chain, sequence }) => `${chain}${sequence}`)).toEqual(['a2', 'b2']);
    expect(rootOf(headsOf(entries.toReversed()))).toBe(rootOf(headsOf(entries)));
  });

  it('stand in the order of their names, and the first of two entries with one number counts', () => {
    const read = ['c', 'a', 'd', 'b'].map((chain) => entry(chain, 1));
    expect(headsOf(read).map(({ chain }) => chain)).toEqual(['a', 'b', 'c', 'd']);
    expect(headsOf(read.toReversed())).toEqual(headsOf(read));
    const [first] = headsOf([entry('a', 1), { ...entry('a', 1), hash: 'forged' }]);
    expect(first?.hash).toBe(entry('a', 1).hash);
  });

  it.each([1, 2, 3, 5, 8])(
    'of %i chains give another root when one of them differs, is missing or is doubled',
    (count) => {
      const chains = Array.from({ length: count }, (_, index) => `chain-${index}`);
      const root = merkleRoot(chains);
      chains.forEach((_, index) => {
        expect(merkleRoot(chains.with(index, 'forged'))).not.toBe(root);
        expect(merkleRoot(chains.toSpliced(index, 1))).not.toBe(root);
        expect(merkleRoot(chains.toSpliced(index, 0, `chain-${index}`))).not.toBe(root);
      });
    },
  );

  it('cannot be passed off as a tree of other heads', () => {
    const inner = merkleRoot(['a', 'b']);
    expect(merkleRoot([inner, 'c'])).not.toBe(merkleRoot(['a', 'b', 'c']));
  });
});

describe('A seal', () => {
  const heads = headsOf([entry('a', 1), entry('a', 2), entry('b', 1)]);

  it('counts chains and entries and is linked to the one before', () => {
    const first = nextSeal(undefined, heads, made);
    expect(first).toMatchObject({ sequence: 1, chains: 2, entries: 3, previousHash: '0'.repeat(64) });
    const second = nextSeal(first ?? undefined, headsOf([entry('a', 3), entry('b', 1)]), made);
    expect(second).toMatchObject({ sequence: 2, previousHash: first?.hash });
  });

  it('is SHA-256 over its format and all that it says, by the names of its members', () => {
    const first = nextSeal(undefined, heads, made);
    const said = [
      `"at":"${made.at}"`,
      '"certificationEventId":"evt_1"',
      '"chains":2',
      '"entries":3',
      `"previousHash":"${'0'.repeat(64)}"`,
      '"reason":"HOURLY"',
      `"root":"${rootOf(heads)}"`,
      '"sequence":1',
    ].join(',');
    expect(first?.hash).toBe(createHash('sha256').update(`attest.seal.v1\n{${said}}`).digest('hex'));
  });

  it('is made at a close that comes before any hour was full', () => {
    expect(nextSeal(undefined, heads, { ...made, reason: 'CLOSED' })).toMatchObject({ sequence: 1, reason: 'CLOSED' });
  });

  it('is not made when nothing has happened, nor over nothing', () => {
    const first = nextSeal(undefined, heads, made) ?? undefined;
    expect(nextSeal(first, heads, made)).toBeNull();
    expect(nextSeal(undefined, [], made)).toBeNull();
  });

  it('is made after the close even where the hourly one has seen everything already', () => {
    const hourly = nextSeal(undefined, heads, made) ?? undefined;
    const last = nextSeal(hourly, heads, { ...made, reason: 'CLOSED' });
    expect(last).toMatchObject({ sequence: 2, reason: 'CLOSED', root: hourly?.root });
    expect(nextSeal(last ?? undefined, heads, { ...made, reason: 'CLOSED' })).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { aJourney } from '../../../../test/builders/journey.ts';
import type { Participant } from '../../../domain/participant/state.ts';
import { groupsOf } from './groups.ts';

const sizesOf = (participants: readonly Participant[]) => groupsOf(participants).map(({ length }) => length);
const times = (count: number, participant: Participant) => Array.from({ length: count }, () => participant);

const district = aJourney().participant;
const school: Participant = { ...district, level: 'SCHOOL' };
/** Two of its certifiers have signed without a snapshot, which the state asked for later. */
const signed = aJourney({ certifiers: ['ana', 'ben', 'cora'], outline: { snapshotMethod: 'NONE' } })
  .certifies('ana')
  .certifies('ben').participant;

test('districts of one fence row go together, as many as a transaction has room for', () => {
  expect(sizesOf(times(23, district))).toEqual([10, 10, 3]);
});

test('schools go alone, in their order', () => {
  expect(sizesOf([school, district, school, district])).toEqual([2, 1, 1]);
});

test('whoever has signed goes alone: as many are told to sign again as have, and a transaction would have no room for them', () => {
  expect(sizesOf([...times(8, signed), ...times(2, district)])).toEqual([2, ...times(8, signed).map(() => 1)]);
});

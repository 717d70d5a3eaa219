import { describe, expect, test } from 'vitest';
import { type Definition, definitionOf, statesOf } from './definition.ts';
import { walk } from './walk.ts';

const participants = 10_000;
const payloadLimit = 262_144;
const historyLimit = 25_000;

const done = { outcome: 'DONE' };
const listOf = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));

const publish = {
  definition: definitionOf('publish'),
  chunks: Math.ceil(participants / 45),
  input: { certificationEventId: `evt_${'0'.repeat(26)}`, revision: 1 },
  script: (chunks: number) => ({
    Plan: [{ outcome: 'PLANNED', chunks: listOf(chunks, (chunk) => ({ chunk })) }],
    CreateParticipants: [done],
    Flip: [{ outcome: 'PUBLISHED' }],
  }),
};

const snapshot = {
  definition: definitionOf('snapshot'),
  chunks: Math.ceil(participants / 50),
  input: {
    version: 1,
    certificationEventId: `evt_${'0'.repeat(26)}`,
    organizationIds: listOf(participants, (index) => `255901-${String(index).padStart(6, '0')}`),
    trigger: 'STATE_MANUAL',
    snapshotId: null,
  },
  script: (chunks: number) => ({
    Plan: [
      {
        outcome: 'PLANNED',
        chunks: listOf(chunks, (chunk) => ({
          chunk,
          key: `flows/snapshot/evt_${'0'.repeat(26)}/${'0'.repeat(60)}/${chunk}`,
        })),
      },
    ],
    Take: [done],
    Finish: [done],
  }),
};

/** Events of an execution whose tasks all use up their tries: entered, scheduled and started and failed a try, exited. */
const mostHistory = (definition: Definition, chunks: number): number =>
  statesOf(definition)
    .map(({ state, inMap }) => {
      const tries = state.Type === 'Task' ? 1 + (state.Retry?.[0]?.MaxAttempts ?? 0) : 0;
      return (inMap ? chunks : 1) * (2 + 3 * tries + (inMap ? 2 : 0));
    })
    .reduce((sum, events) => sum + events, 2);

describe.each([
  ['publishing for', publish],
  ['snapshots of', snapshot],
])('%s 10,000 participants', (_what, { definition, chunks, input, script }) => {
  test('passes less than 256 KiB from state to state', () => {
    const walked = walk(definition, input, script(chunks));
    expect(walked.end).toBe('SUCCEEDED');
    expect(walked.biggest).toBeLessThan(payloadLimit);
  });

  test('stays below 25,000 history events even when every task needs all its tries', () => {
    expect(mostHistory(definition, chunks)).toBeLessThan(historyLimit);
  });
});

test('the walk notices what is too big', () => {
  const tooMany = { ...snapshot.input, organizationIds: listOf(3 * participants, () => '255901-000000') };
  expect(walk(snapshot.definition, tooMany, snapshot.script(1)).biggest).toBeGreaterThan(payloadLimit);
});

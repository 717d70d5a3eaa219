import { describe, expect, test } from 'vitest';
import { contracts } from './contract.ts';
import { definitionOf, statesOf } from './definition.ts';
import { fails, type Script, walk } from './walk.ts';

const definition = definitionOf('snapshot');
const input = {
  version: 1,
  certificationEventId: 'evt_1',
  organizationIds: null,
  trigger: 'FULL',
  snapshotId: null,
};
const chunks = [
  { key: 'flows/snapshot/execution-1/0.json', chunk: 0 },
  { key: 'flows/snapshot/execution-1/1.json', chunk: 1 },
];
const planned = { outcome: 'PLANNED', chunks };
const done = { outcome: 'DONE' };
const toTheChunks = ['Plan', 'WhatIsPlanned', 'EveryChunk'];
const recorded = ['RecordFailure', 'SnapshotFailed'];

interface Path {
  readonly title: string;
  readonly script: Script;
  readonly states: readonly string[];
  readonly end?: string;
}

const paths: readonly Path[] = [
  {
    title: 'every planned participant gets its snapshot, and the datamart its partition',
    script: { Plan: [planned], Take: [done], Finish: [done] },
    states: [...toTheChunks, 'Take', 'Take', 'Finish', 'Taken'],
  },
  {
    title: 'where everybody has a snapshot in this round, none is taken, and what an interruption left is finished',
    script: { Plan: [{ outcome: 'NOTHING_TO_DO', chunks: [] }], Finish: [done] },
    states: ['Plan', 'WhatIsPlanned', 'Finish', 'Taken'],
  },
  {
    title: 'a chunk interrupted half way is taken again',
    script: { Plan: [planned], Take: [fails('Sandbox.Timedout'), done], Finish: [done] },
    states: [...toTheChunks, 'Take', 'Take', 'Take', 'Finish', 'Taken'],
  },
  {
    title: 'a chunk that cannot be taken is recorded',
    script: { Plan: [planned], Take: [done, fails('IntegrityError')], RecordFailure: [done] },
    states: [...toTheChunks, 'Take', 'Take', ...recorded],
    end: 'SnapshotFailed',
  },
  {
    title: 'a list that cannot be written is recorded',
    script: { Plan: [fails('AccessDenied')], RecordFailure: [done] },
    states: ['Plan', ...recorded],
    end: 'SnapshotFailed',
  },
  {
    title: 'a datamart that cannot be finished is recorded',
    script: { Plan: [planned], Take: [done], Finish: [fails('AccessDenied')], RecordFailure: [done] },
    states: [...toTheChunks, 'Take', 'Take', 'Finish', ...recorded],
    end: 'SnapshotFailed',
  },
  {
    title: 'a failure that cannot even be recorded is named as such',
    script: { Plan: [fails('AccessDenied')], RecordFailure: [fails('AccessDenied')] },
    states: ['Plan', 'RecordFailure', 'FailureNotRecorded'],
    end: 'FailureNotRecorded',
  },
  {
    title: 'an outcome nobody knows stops the workflow before a snapshot is taken',
    script: { Plan: [{ outcome: 'LATER', chunks: [] }] },
    states: ['Plan', 'WhatIsPlanned', 'UnknownOutcome'],
    end: 'UnknownOutcome',
  },
];

describe('taking snapshots', () => {
  test.each(paths)('$title', ({ script, states, end = 'SUCCEEDED' }) => {
    const walked = walk(definition, input, script);
    expect(walked.states).toEqual(states);
    expect(walked.end).toBe(end);
    for (const payload of walked.payloads) expect(() => contracts.snapshot.task.parse(payload)).not.toThrow();
  });

  test('no state lies off these paths', () => {
    const walked = new Set(paths.flatMap(({ states }) => states));
    expect(statesOf(definition).filter(({ name }) => !walked.has(name))).toEqual([]);
  });

  test('participants travel as a reference to their list; only the plan sees who was asked for', () => {
    const { payloads } = walk(definition, { ...input, organizationIds: ['255901'] }, paths[0]?.script ?? {});
    const of = {
      version: 1,
      certificationEventId: 'evt_1',
      trigger: 'FULL',
      snapshotId: null,
      execution: 'execution-1',
    };
    expect(payloads).toEqual([
      { task: 'plan', organizationIds: ['255901'], ...of },
      { task: 'take', ...chunks[0], ...of },
      { task: 'take', ...chunks[1], ...of },
      { task: 'finish', ...of },
    ]);
  });
});

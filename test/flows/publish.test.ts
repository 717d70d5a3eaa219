import { describe, expect, test } from 'vitest';
import { contracts } from './contract.ts';
import { definitionOf, statesOf } from './definition.ts';
import { fails, type Script, walk } from './walk.ts';

const definition = definitionOf('publish');
const input = { certificationEventId: 'evt_1', revision: 1 };
const planned = { outcome: 'PLANNED', chunks: [{ chunk: 0 }, { chunk: 1 }] };
const done = { outcome: 'DONE' };

interface Path {
  readonly title: string;
  readonly script: Script;
  readonly states: readonly string[];
  readonly end?: string;
}

const toTheChunks = ['Plan', 'WhatIsPlanned', 'EveryChunk'];
const recorded = ['RecordFailure', 'PublishFailed'];

const paths: readonly Path[] = [
  {
    title: 'all participants are created, then the certification event is published',
    script: { Plan: [planned], CreateParticipants: [done], Flip: [{ outcome: 'PUBLISHED' }] },
    states: [...toTheChunks, 'CreateParticipants', 'CreateParticipants', 'Flip', 'WhetherFlipped', 'Published'],
  },
  {
    title: 'what is published already is left as it is',
    script: { Plan: [{ outcome: 'ALREADY_DONE', chunks: [] }] },
    states: ['Plan', 'WhatIsPlanned', 'Published'],
  },
  {
    title: 'another execution has published it meanwhile',
    script: { Plan: [planned], CreateParticipants: [done], Flip: [{ outcome: 'ALREADY_DONE' }] },
    states: [...toTheChunks, 'CreateParticipants', 'CreateParticipants', 'Flip', 'WhetherFlipped', 'Published'],
  },
  {
    title: 'a chunk that asks for another try, or whose function dies, is tried again',
    script: {
      Plan: [planned],
      CreateParticipants: [fails('RetryTask'), fails('Runtime.ExitError'), done],
      Flip: [{ outcome: 'PUBLISHED' }],
    },
    states: [
      ...toTheChunks,
      ...Array.from({ length: 4 }, () => 'CreateParticipants'),
      'Flip',
      'WhetherFlipped',
      'Published',
    ],
  },
  {
    title: 'a chunk that keeps failing is recorded, and nothing is published',
    script: { Plan: [planned], CreateParticipants: [fails('RetryTask')], RecordFailure: [done] },
    states: [...toTheChunks, ...Array.from({ length: 7 }, () => 'CreateParticipants'), ...recorded],
    end: 'PublishFailed',
  },
  {
    title: 'a fault in a task is recorded at once',
    script: { Plan: [fails('TypeError')], RecordFailure: [done] },
    states: ['Plan', ...recorded],
    end: 'PublishFailed',
  },
  {
    title: 'a fault at the flip is recorded',
    script: { Plan: [planned], CreateParticipants: [done], Flip: [fails('TypeError')], RecordFailure: [done] },
    states: [...toTheChunks, 'CreateParticipants', 'CreateParticipants', 'Flip', ...recorded],
    end: 'PublishFailed',
  },
  {
    title: 'a failure that cannot even be recorded is named as such',
    script: { Plan: [fails('TypeError')], RecordFailure: [fails('TypeError')] },
    states: ['Plan', 'RecordFailure', 'FailureNotRecorded'],
    end: 'FailureNotRecorded',
  },
  {
    title: 'an outcome nobody knows stops the workflow before anything is published',
    script: { Plan: [{ outcome: 'POSTPONED', chunks: [] }] },
    states: ['Plan', 'WhatIsPlanned', 'UnknownOutcome'],
    end: 'UnknownOutcome',
  },
];

describe('publishing a certification event', () => {
  test.each(paths)('$title', ({ script, states, end = 'SUCCEEDED' }) => {
    const walked = walk(definition, input, script);
    expect(walked.states).toEqual(states);
    expect(walked.end).toBe(end);
    for (const payload of walked.payloads) expect(() => contracts.publish.task.parse(payload)).not.toThrow();
  });

  test('no state lies off these paths', () => {
    const walked = new Set(paths.flatMap(({ states }) => states));
    expect(statesOf(definition).filter(({ name }) => !walked.has(name))).toEqual([]);
  });

  test('each chunk is created under its own number, certification event and revision', () => {
    const { payloads } = walk(definition, input, {
      Plan: [planned],
      CreateParticipants: [done],
      Flip: [{ outcome: 'PUBLISHED' }],
    });
    const of = { certificationEventId: 'evt_1', revision: 1, execution: 'execution-1' };
    expect(payloads).toEqual([
      { task: 'plan', ...of },
      { task: 'create-participants', chunk: 0, ...of },
      { task: 'create-participants', chunk: 1, ...of },
      { task: 'flip', ...of },
    ]);
  });

  test('the record of a failure names the error, never its text', () => {
    const { payloads } = walk(definition, input, { Plan: [fails('TypeError')], RecordFailure: [done] });
    expect(payloads.at(-1)).toMatchObject({ task: 'record-failure', error: 'TypeError' });
    expect(payloads.at(-1)).not.toHaveProperty('cause');
  });
});

import { describe, expect, test } from 'vitest';
import { contracts } from './contract.ts';
import { definitionOf, statesOf } from './definition.ts';
import { fails, type Script, walk } from './walk.ts';

const definition = definitionOf('approval');
const input = { version: 1, certificationEventId: 'evt_1', organizationId: '255901', round: 2, sentSequence: 3 };
const done = { outcome: 'DONE' };
const waiting = { outcome: 'WAITING' };
const told = ['Conclude', 'WhoMustKnow', 'TellMembers', 'Concluded'];
const untold = ['Conclude', 'WhoMustKnow', 'Concluded'];
const toTheDecision = ['TellApprovers', 'AwaitDecision', 'WhatWasDecided'];
const recorded = ['RecordFailure', 'ApprovalFailed'];

const decided = (outcome: string): Script => ({
  TellApprovers: [waiting],
  AwaitDecision: [{ outcome }],
  Conclude: [done],
  TellMembers: [done],
});

interface Path {
  readonly title: string;
  readonly script: Script;
  readonly states: readonly string[];
  readonly end?: string;
}

const paths: readonly Path[] = [
  {
    title: 'the state approves: the snapshot is locked, the certificate written, the members told',
    script: decided('APPROVED'),
    states: [...toTheDecision, ...told],
  },
  {
    title: 'the state sends the certification back: the snapshot is released and the members told',
    script: decided('RETURNED'),
    states: [...toTheDecision, ...told],
  },
  {
    title: 'the district withdraws its submission: nobody is told what the district did itself',
    script: decided('WITHDRAWN'),
    states: [...toTheDecision, ...untold],
  },
  {
    title: 'the certification event closes undecided: closing tells people, not this workflow',
    script: decided('CLOSED'),
    states: [...toTheDecision, ...untold],
  },
  {
    title: 'the decision came before the workflow did: registering the wait answers at once',
    script: { ...decided('APPROVED'), TellApprovers: [{ outcome: 'DECIDED' }] },
    states: [...toTheDecision, ...told],
  },
  {
    title: 'a wait that could not be registered is registered again',
    script: { ...decided('APPROVED'), AwaitDecision: [fails('Lambda.ServiceException'), { outcome: 'APPROVED' }] },
    states: ['TellApprovers', 'AwaitDecision', ...toTheDecision.slice(1), ...told],
  },
  {
    title: 'nobody decided in 330 days: that is recorded',
    script: { ...decided('APPROVED'), AwaitDecision: [fails('States.Timeout')], RecordFailure: [done] },
    states: ['TellApprovers', 'AwaitDecision', ...recorded],
    end: 'ApprovalFailed',
  },
  {
    title: 'a certificate that cannot be written is recorded, and the members are not told',
    script: { ...decided('APPROVED'), Conclude: [fails('AccessDenied')], RecordFailure: [done] },
    states: [...toTheDecision, 'Conclude', ...recorded],
    end: 'ApprovalFailed',
  },
  {
    title: 'a failure that cannot even be recorded is named as such',
    script: { TellApprovers: [fails('TypeError')], RecordFailure: [fails('TypeError')] },
    states: ['TellApprovers', 'RecordFailure', 'FailureNotRecorded'],
    end: 'FailureNotRecorded',
  },
  {
    title: 'a decision nobody knows changes nothing',
    script: decided('ESCALATED'),
    states: [...toTheDecision, 'UnknownOutcome'],
    end: 'UnknownOutcome',
  },
];

describe('following a submission', () => {
  test.each(paths)('$title', ({ script, states, end = 'SUCCEEDED' }) => {
    const walked = walk(definition, input, script);
    expect(walked.states).toEqual(states);
    expect(walked.end).toBe(end);
    for (const payload of walked.payloads) expect(() => contracts.approval.task.parse(payload)).not.toThrow();
  });

  test('no state lies off these paths', () => {
    const walked = new Set(paths.flatMap(({ states }) => states));
    expect(statesOf(definition).filter(({ name }) => !walked.has(name))).toEqual([]);
  });

  test('only the wait is given a token, and what follows is told the decision', () => {
    const { payloads } = walk(definition, input, decided('RETURNED'));
    const of = { ...input, execution: 'execution-1' };
    expect(payloads).toEqual([
      { task: 'tell-approvers', ...of },
      { task: 'await-decision', token: 'token-1', ...of },
      { task: 'conclude', outcome: 'RETURNED', ...of },
      { task: 'tell-members', outcome: 'RETURNED', ...of },
    ]);
  });
});

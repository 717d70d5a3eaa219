import { describe, expect, it } from 'vitest';
import { aParticipant } from '../../../test/builders/participant.ts';
import { metrics } from '../../contracts/metrics.ts';
import { certificationEventMachine } from '../../domain/certification-event/transitions.ts';
import { uploadMachine } from '../../domain/dataset/transitions.ts';
import { participantMachine } from '../../domain/participant/transitions.ts';
import type { Participant } from '../../domain/participant/state.ts';
import { snapshotMachine } from '../../domain/snapshot/transitions.ts';
import { runMachine } from '../../domain/validation-run/transitions.ts';
import { certificationEventSteps, participantSteps, runSteps, snapshotSteps, stepOf, uploadSteps } from './steps.ts';

interface Edge {
  readonly from: string | null;
  readonly by: string;
  readonly to: string;
}

const tables: readonly (readonly [string, readonly Edge[], Readonly<Record<string, string | null>>])[] = [
  ['certification events', certificationEventMachine.edges, certificationEventSteps],
  ['participants', participantMachine.edges, participantSteps],
  ['snapshots', snapshotMachine.edges, snapshotSteps],
  ['runs', runMachine.edges, runSteps],
  ['uploads', uploadMachine.edges, uploadSteps],
];

const measuredOtherwise = [
  'RunWait',
  'RunDuration',
  'SnapshotDuration',
  'OldestUnsentMessage',
  'CommandsRefused',
  'RuleGateFaults',
];

describe.each(tables)('The steps of %s', (_of, edges, steps) => {
  it('say of every happening that moves one whether it is counted', () => {
    expect(Object.keys(steps).toSorted()).toEqual([...new Set(edges.map(({ by }) => by))].toSorted());
  });

  it('count the same whichever of two happenings led from one status to the other', () => {
    // It begins a round, which tells it from what else leads there.
    const told = edges
      .filter(({ by }) => by !== 'RecertificationRequired')
      .map(({ from, to, by }) => [`${from ?? 'nothing'} to ${to}`, steps[by]] as const);
    const differing = told.filter(([way, step]) => told.some(([other, another]) => other === way && another !== step));
    expect(differing).toEqual([]);
  });
});

describe('A certification in its second round', () => {
  const second = aParticipant({}, { status: 'SENT', round: 2 });
  const before = { state: second, version: 1, auditHash: '' };
  const to = (after: Participant) => stepOf({ entity: 'participant', key: second, before, after, command: 'test' });

  it('that is taken back is not counted as one that was sent back', () => {
    expect(to({ ...second, status: 'RECERT_IN_PROGRESS' })).toBe('SubmissionsWithdrawn');
    expect(to({ ...second, status: 'RECERT_IN_PROGRESS', round: 3 })).toBe('RecertificationsRequired');
  });
});

describe('The metrics', () => {
  it('are each counted by some step or measured', () => {
    const used = tables.flatMap(([, , steps]) => Object.values(steps));
    expect(Object.keys(metrics).filter((name) => !used.includes(name) && !measuredOtherwise.includes(name))).toEqual(
      [],
    );
  });
});

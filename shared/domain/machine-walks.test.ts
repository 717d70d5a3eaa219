import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDefinition, aBody, anOpenEvent } from '../../test/builders/certification-event.ts';
import { anAgency, aCertifier, aStateUser, bearCreek, person } from '../../test/builders/people.ts';
import { knownReferences } from '../../test/builders/rule-library.ts';
import { aQueuedRun, aRuleResult, aRunOutcome, aStoredObject } from '../../test/builders/runs.ts';
import { aPinnedVersion, aQueuedSnapshot } from '../../test/builders/snapshots.ts';
import { moment } from '../../test/builders/time.ts';
import { certificationEventId, uploadId } from '../kernel/ids.ts';
import type { CertificationEventCommand } from './certification-event/commands.ts';
import { decideCertificationEvent } from './certification-event/decide.ts';
import { evolveCertificationEvent } from './certification-event/evolve.ts';
import type { CertificationEvent } from './certification-event/state.ts';
import { certificationEventMachine } from './certification-event/transitions.ts';
import type { UploadCommand } from './dataset/commands.ts';
import { decideCreateUpload, decideUpload } from './dataset/decide-upload.ts';
import { evolveUpload } from './dataset/evolve-upload.ts';
import type { Upload } from './dataset/state.ts';
import { takenUpAgainAt } from './dataset/taken-up-again.ts';
import { uploadMachine } from './dataset/transitions.ts';
import type { Decision } from './decision.ts';
import type { SnapshotCommand } from './snapshot/commands.ts';
import { decideSnapshot } from './snapshot/decide.ts';
import { evolveSnapshot } from './snapshot/evolve.ts';
import { snapshotMachine, standingOf } from './snapshot/transitions.ts';
import type { TimerCommand } from './timer/commands.ts';
import { decideTimer } from './timer/decide.ts';
import { evolveTimer } from './timer/evolve.ts';
import type { Timer } from './timer/state.ts';
import { timerMachine } from './timer/transitions.ts';
import type { Machine } from './transitions.ts';
import type { RunCommand } from './validation-run/commands.ts';
import { decideRun } from './validation-run/decide.ts';
import { evolveRun } from './validation-run/evolve.ts';
import { runMachine } from './validation-run/transitions.ts';

interface Walk<State, Command, Happening extends { readonly type: string }> {
  readonly first: State;
  readonly commands: readonly Command[];
  readonly decide: (state: State, command: Command) => Decision<Happening>;
  readonly evolve: (state: State, happening: Happening) => State;
  readonly statusOf: (state: State) => string;
}

/** Every way taken by random commands from the first state on. */
const waysOf = <State, Command, Happening extends { readonly type: string }>(
  walk: Walk<State, Command, Happening>,
): ReadonlySet<string> => {
  const ways = new Set<string>();
  const take = (state: State, happening: Happening): State => {
    const next = walk.evolve(state, happening);
    const [from, to] = [walk.statusOf(state), walk.statusOf(next)];
    if (from !== to) ways.add(`${from} ${happening.type} ${to}`);
    return next;
  };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...walk.commands), { maxLength: 12, size: 'max' }), (commands) => {
      commands.reduce((state, command) => {
        const decided = walk.decide(state, command);
        return decided.ok ? decided.value.reduce(take, state) : state;
      }, walk.first);
    }),
    { numRuns: 400, seed: 7 },
  );
  return ways;
};

const statusOf = ({ status }: { readonly status: string }): string => status;
const now = moment('2026-05-06');

const runs: Walk<ReturnType<typeof aQueuedRun>, RunCommand, Parameters<typeof evolveRun>[1]> = {
  first: aQueuedRun(),
  commands: [
    { type: 'startRun' },
    { type: 'completeRun', outcome: aRunOutcome(aRuleResult()) },
    { type: 'failRun', problemCode: 'RUN_INTERRUPTED' },
    { type: 'cancelRun' },
    { type: 'requeueRun' },
    { type: 'supersedeRun' },
  ],
  decide: (run, command) => decideRun(run, command, { now }),
  evolve: evolveRun,
  statusOf,
};

const done = { pinned: [aPinnedVersion()], contentHash: 'x', manifest: aStoredObject(), copiesDiffer: false };
const snapshots: Walk<ReturnType<typeof aQueuedSnapshot>, SnapshotCommand, Parameters<typeof evolveSnapshot>[1]> = {
  first: aQueuedSnapshot(),
  commands: [
    { type: 'completeSnapshot', ...done, current: true },
    { type: 'completeSnapshot', ...done, current: false },
    { type: 'failSnapshot', problem: 'x' },
    { type: 'supersedeSnapshot' },
    { type: 'lockSnapshot' },
    { type: 'unlockSnapshot' },
    { type: 'archiveSnapshot' },
  ],
  decide: (snapshot, command) => decideSnapshot(snapshot, command, { now }),
  evolve: evolveSnapshot,
  statusOf: standingOf,
};

const announced = {
  id: uploadId('upl_1'),
  organizationId: bearCreek,
  dataset: 'students',
  fileName: 'a',
  format: 'NDJSON',
  gzip: false,
  delivery: 'FULL',
  lane: 'DISTRICT',
  bytes: 1,
  sha256: 'a',
  key: 'a',
} as const;

const uploads = (): Walk<Upload, UploadCommand, Parameters<typeof evolveUpload>[1]> => {
  const context = { actor: person(aCertifier('ana')), now };
  const created = decideCreateUpload({ type: 'createUpload', upload: announced, datasetKnown: true }, context);
  const [first] = created.ok ? created.value : [];
  if (first === undefined) throw new Error('the dataset is known');
  return {
    first: first.upload,
    commands: [
      { type: 'completeUpload', found: { bytes: 1, sha256: 'a' } },
      { type: 'completeUpload', found: null },
      { type: 'checkUpload' },
      { type: 'requeueUpload' },
      { type: 'acceptUpload', rows: 1, version: 'a' },
      { type: 'refuseUpload', problems: [], problemCount: 0, refused: null },
    ],
    // Each step as late as can be, so that nothing is too early to be taken up again.
    decide: (upload, command) => decideUpload(upload, command, { now: takenUpAgainAt(upload) ?? now }),
    evolve: evolveUpload,
    statusOf,
  };
};

const armed = { certificationEventId: certificationEventId('evt_1'), kind: 'CLEANUP_SNAPSHOT' } as const;
const timers: Walk<Timer, TimerCommand, Parameters<typeof evolveTimer>[1]> = {
  first: { ...armed, id: 'evt_1-cleanup', dueAt: now, status: 'ARMED' },
  commands: [
    { type: 'armTimer', work: armed, dueAt: moment('2026-05-07') },
    { type: 'armTimer', work: armed, dueAt: moment('2026-05-08') },
    { type: 'fireTimer' },
    { type: 'cancelTimer' },
  ],
  decide: decideTimer,
  evolve: evolveTimer,
  statusOf,
};

const references = knownReferences();
const facts = {
  body: aBody(),
  references,
  selected: [{ organizationId: bearCreek, ofLevel: true }],
  standings: [],
  publishedBody: null,
};
const publish = { confirm: true, requireRecertification: false, withdrawals: [], bodyId: 'b', facts };
const openWork = { unfinishedParticipants: 0, openRequests: 0, unfinishedRuns: 0 };
const context = { actor: person(aStateUser('sam')), now: moment('2026-04-10'), agency: anAgency() };
const certificationEvents: Walk<
  CertificationEvent,
  CertificationEventCommand,
  Parameters<typeof evolveCertificationEvent>[1]
> = {
  first: anOpenEvent(),
  commands: [
    { type: 'replaceCertificationEvent', definition: aDefinition(), bodyId: 'b', references },
    { type: 'deleteCertificationEvent' },
    { type: 'publishCertificationEvent', ...publish },
    { type: 'publishCertificationEvent', ...publish },
    ...[1, 1, 2].map((revision) => ({ type: 'completePublication' as const, revision })),
    { type: 'failPublication', revision: 1, problem: 'x' },
    { type: 'resumePublication', revision: 1 },
    { type: 'discardChanges' },
    { type: 'closeCertificationEvent', comment: 'x', confirm: true, openWork },
    { type: 'placeLegalHold', reason: 'x' },
    { type: 'releaseLegalHold', reason: 'x' },
    { type: 'beginDeletion', retentionYears: 0 },
    { type: 'finishDeletion' },
  ],
  decide: (state, command) => decideCertificationEvent(state, command, context),
  evolve: evolveCertificationEvent,
  statusOf,
};

const edgesOf = ({ edges }: Machine<string, string>): readonly string[] =>
  edges.filter(({ from }) => from !== null).map(({ from, by, to }) => `${from ?? ''} ${by} ${to}`);

describe('Whatever comes in whatever order, exactly the ways of the table are taken', () => {
  it.each([
    ['a validation run', runMachine, () => waysOf(runs)],
    ['a snapshot', snapshotMachine, () => waysOf(snapshots)],
    ['an upload', uploadMachine, () => waysOf(uploads())],
    ['a timer', timerMachine, () => waysOf(timers)],
    ['a certification event', certificationEventMachine, () => waysOf(certificationEvents)],
  ] as const)('by %s', (_name, machine, ways) => {
    expect([...ways()].sort()).toEqual([...edgesOf(machine)].sort());
  });
});

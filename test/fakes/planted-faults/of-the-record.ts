import { added, both, changed, doubled, entity, entry, ofKind, without } from '../planting.ts';
import { fault, type PlantedFault } from './planted-fault.ts';

const bearCreek = { organizationId: '255903' };
const isBearCreek = (state: typeof bearCreek) => state.organizationId === bearCreek.organizationId;
const ofBearCreek = ({ chain }: { readonly chain: string }) => chain.endsWith('/255903');
const later = '2026-07-01T00:00:00.000Z';
const early = '2026-05-01T00:00:00.000Z';
const participant = entity('participant', isBearCreek);
const submitted = entry('submitCertification');
const approved = entry('decide:APPROVE', ofBearCreek);
const sentBack = entry('decide:REQUEST_RECERTIFICATION', ofBearCreek);
const completedRun = entity('run', ({ status }) => status === 'COMPLETED');
const completedSnapshot = entity('snapshot', ({ status }) => status === 'COMPLETED');
const pinned = (key: string) => ({
  dataset: 'students',
  version: 'v1',
  rows: 1,
  object: { key, bytes: 1, sha256: '0'.repeat(64) },
});
const state = (over: unknown) => ({ state: over });
const log = (over: unknown) => ({ entry: over });

const manifest = { key: 'compacted/evt/0.json', bytes: 1, sha256: '0'.repeat(64) };
const compaction = {
  manifest,
  objects: 1,
  rows: 1,
  bytes: 1,
  compactedAt: '2026-06-01T00:00:00.000Z',
  publishedAt: null,
};

/** What may not be wrong with results, audit, messages and disclosures: invariants 16 to 30. */
export const faultsOfRecord: readonly PlantedFault[] = [
  fault(
    16,
    'findings are not what was recorded',
    changed(completedRun, state({ findings: { sha256: '0'.repeat(64) } })),
  ),
  fault(
    16,
    'a pinned object is missing',
    changed(completedSnapshot, state({ pinned: [pinned('lanes/students/255903/v1/part-0.parquet')] })),
  ),
  fault(
    16,
    'the list of what was compacted is missing',
    changed(entity('certificationEvent'), state({ compaction })),
    'closed',
  ),
  fault(17, 'a result of an older round is attached', changed(completedRun, state({ round: 1 }))),
  fault(17, 'a step says other than its run', changed(completedRun, state({ status: 'CANCELLED' }))),
  fault(17, 'the run of a step is missing', without(completedRun)),
  fault(18, 'two snapshots of a round are current', changed(completedSnapshot, state({ round: 2, state: 'CURRENT' }))),
  fault(18, 'a snapshot is missing', without(entity('snapshot', ({ sequence }) => sequence === 1))),
  fault(18, 'an older snapshot counts', changed(participant, state({ snapshot: { sequence: 1 } }))),
  fault(18, 'an archived snapshot came back', changed(entry('completeSnapshot'), log({ after: { state: 'HISTORY' } }))),
  fault(19, 'what was signed is gone', without(completedSnapshot)),
  fault(
    19,
    'a snapshot pins other data than it did',
    changed(completedSnapshot, state({ pinned: [pinned('lanes/students/255903/v1/part-0.parquet')] })),
  ),
  fault(
    19,
    'what a snapshot pins was deleted',
    both(
      added({
        row: 'datasetVersion',
        ...bearCreek,
        version: { ...pinned('lanes/students/255903/v1'), deletedAt: later },
      }),
      added({ row: 'versionPin', ...bearCreek, pin: { snapshotId: 'snp_1', versions: { students: 'v1' } } }),
    ),
  ),
  fault(
    20,
    'a snapshot holds data of another district',
    changed(completedSnapshot, state({ pinned: [pinned('lanes/students/255901/v1/part-0.parquet')] })),
  ),
  fault(
    20,
    'findings lie with another run',
    changed(completedRun, state({ findings: { key: 'runs/other/findings.parquet' } })),
  ),
  fault(21, 'an audit entry is missing', without(approved)),
  fault(21, 'a state changed without an entry', changed(participant, { version: 99 })),
  fault(21, 'a state was taken away', without(entity('timer'))),
  fault(22, 'nobody known did it', changed(approved, log({ actor: { userId: 'stranger' } }))),
  fault(22, 'a reason is missing', changed(sentBack, log({ reason: null }))),
  fault(23, 'a reason was changed afterwards', changed(approved, log({ reason: 'another' }))),
  fault(23, 'a chain was cut and joined', changed(approved, log({ previousHash: '0'.repeat(64) }))),
  fault(
    23,
    'a participant continues no publication',
    changed(entry('createParticipant', ofBearCreek), log({ previousHash: '0'.repeat(64) })),
  ),
  fault(23, 'a state is not what its entries lead to', changed(participant, state({ name: 'Bear Brook' }))),
  fault(23, 'a state stands elsewhere than its chain', changed(participant, { auditHash: '0'.repeat(64) })),
  fault(24, 'a report was opened without a record', without(ofKind('view'))),
  fault(24, 'a disclosure does not say what for', changed(ofKind('view'), { view: { purpose: '' } })),
  fault(
    24,
    'a refusal does not say to whom',
    added({
      row: 'refusal',
      refusal: { at: later, actorId: '', operation: 'decide', target: 'x', code: 'FORBIDDEN', requestId: 'r' },
    }),
  ),
  fault(25, 'a request took effect twice', doubled(submitted, log({ sequence: 99 }))),
  fault(25, 'a request is kept twice', doubled(ofKind('request'))),
  fault(26, 'somebody was told twice', doubled(ofKind('alert'), { alert: { id: 'alr_again' } })),
  fault(27, 'a message was given up', changed(ofKind('outbox'), { message: { status: 'DEAD', problem: 'x' } })),
  fault(27, 'a message waits for hours', changed(ofKind('outbox'), { message: { committedAt: early } })),
  fault(
    28,
    'somebody was told of another district',
    changed(ofKind('alert'), { alert: { userId: 'gus', organizationId: '255903' } }),
  ),
  fault(28, 'somebody saw a report of another district', changed(ofKind('view'), { view: { userId: 'gus' } })),
  fault(28, 'somebody asked for a run of another district', changed(entity('run'), state({ requestedBy: 'gus' }))),
  fault(
    29,
    'a message carries a student',
    changed(ofKind('outbox'), { message: { message: { facts: { studentUniqueId: '1' } } } }),
  ),
  fault(29, 'an audit entry carries a student', changed(submitted, log({ after: { studentUniqueId: '1' } }))),
  fault(30, 'a participant was lost', without(participant)),
  fault(
    30,
    'a participant went where no edge leads',
    changed(submitted, log({ after: { status: 'RECERT_REQUESTED' } })),
  ),
];

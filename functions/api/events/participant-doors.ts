import type { Ports } from '../../../shared/application/ports/ports.ts';
import type { Door } from '../../../shared/runtime/http/door.ts';
import { decideDoor } from './decide.ts';
import { getDatamartDoor } from './get-datamart.ts';
import { getParticipantDoor } from './get-participant.ts';
import { listAuditEntriesDoor } from './list-audit-entries.ts';
import { listParticipantsDoor } from './list-participants.ts';
import { listSnapshotsDoor } from './list-snapshots.ts';
import { listAuditSealsDoor } from './list-audit-seals.ts';
import { listMessagesDoor } from './list-messages.ts';
import { listStateRunsDoor } from './list-state-runs.ts';
import { messageCertifiersDoor } from './message-certifiers.ts';
import { overrideDueDateDoor } from './override-due-date.ts';
import { removeOverrideDoor } from './remove-override.ts';
import { runOnLaneDoor } from './run-on-lane.ts';
import { takeSnapshotsDoor } from './take-snapshots.ts';
import { validateParticipantsDoor } from './validate-participants.ts';

/** What staff do with the participants of one certification event, and the trail that everybody leaves. */
export const participantDoors = (ports: Ports): readonly Door[] => [
  listParticipantsDoor(ports),
  getParticipantDoor(ports),
  decideDoor(ports),
  overrideDueDateDoor(ports),
  removeOverrideDoor(ports),
  listSnapshotsDoor(ports),
  takeSnapshotsDoor(ports),
  getDatamartDoor(ports),
  messageCertifiersDoor(ports),
  listMessagesDoor(ports),
  listStateRunsDoor(ports),
  runOnLaneDoor(ports),
  validateParticipantsDoor(ports),
  listAuditEntriesDoor(ports),
  listAuditSealsDoor(ports),
];

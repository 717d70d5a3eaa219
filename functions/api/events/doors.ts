import type { Ports } from '../../../shared/application/ports/ports.ts';
import type { Door } from '../../../shared/runtime/http/door.ts';
import { closeCertificationEventDoor } from './close-certification-event.ts';
import { copyCertificationEventDoor } from './copy-certification-event.ts';
import { createCertificationEventDoor } from './create-certification-event.ts';
import { decideDoor } from './decide.ts';
import { deleteCertificationEventDoor } from './delete-certification-event.ts';
import { discardChangesDoor } from './discard-changes.ts';
import { getCertificationEventDoor } from './get-certification-event.ts';
import { getParticipantDoor } from './get-participant.ts';
import { listAuditEntriesDoor } from './list-audit-entries.ts';
import { listCertificationEventsDoor } from './list-certification-events.ts';
import { listParticipantsDoor } from './list-participants.ts';
import { listSnapshotsDoor } from './list-snapshots.ts';
import { overrideDueDateDoor } from './override-due-date.ts';
import { previewPublishDoor } from './preview-publish.ts';
import { publishCertificationEventDoor } from './publish-certification-event.ts';
import { removeOverrideDoor } from './remove-override.ts';
import { replaceCertificationEventDoor } from './replace-certification-event.ts';
import { takeSnapshotsDoor } from './take-snapshots.ts';

export const eventDoors = (ports: Ports): readonly Door[] => [
  listCertificationEventsDoor(ports),
  createCertificationEventDoor(ports),
  getCertificationEventDoor(ports),
  replaceCertificationEventDoor(ports),
  deleteCertificationEventDoor(ports),
  publishCertificationEventDoor(ports),
  previewPublishDoor(ports),
  copyCertificationEventDoor(ports),
  discardChangesDoor(ports),
  closeCertificationEventDoor(ports),
  listParticipantsDoor(ports),
  getParticipantDoor(ports),
  decideDoor(ports),
  overrideDueDateDoor(ports),
  removeOverrideDoor(ports),
  listSnapshotsDoor(ports),
  takeSnapshotsDoor(ports),
  listAuditEntriesDoor(ports),
];

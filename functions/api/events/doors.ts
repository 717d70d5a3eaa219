import type { Door } from '../../../shared/runtime/http/door.ts';
import { closeCertificationEventDoor } from './close-certification-event.ts';
import { copyCertificationEventDoor } from './copy-certification-event.ts';
import { createCertificationEventDoor } from './create-certification-event.ts';
import { deleteCertificationEventDoor } from './delete-certification-event.ts';
import { discardChangesDoor } from './discard-changes.ts';
import type { EventPorts } from './event-ports.ts';
import { getCertificationEventDoor } from './get-certification-event.ts';
import { listCertificationEventsDoor } from './list-certification-events.ts';
import { placeLegalHoldDoor } from './place-legal-hold.ts';
import { previewPublishDoor } from './preview-publish.ts';
import { publishCertificationEventDoor } from './publish-certification-event.ts';
import { releaseLegalHoldDoor } from './release-legal-hold.ts';
import { replaceCertificationEventDoor } from './replace-certification-event.ts';
import { participantDoors } from './participant-doors.ts';

export const eventDoors = (ports: EventPorts): readonly Door[] => [
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
  placeLegalHoldDoor(ports),
  releaseLegalHoldDoor(ports),
  ...participantDoors(ports),
];

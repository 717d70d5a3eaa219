import type { PortsWithObjects } from '../../../shared/application/ports/ports.ts';
import type { Door } from '../../../shared/runtime/http/door.ts';
import { completeStepDoor } from './complete-step.ts';
import { confirmSentDoor } from './confirm-sent.ts';
import { getCertificationDoor } from './get-certification.ts';
import { getHistoryDoor } from './get-history.ts';
import { getSnapshotDoor } from './get-snapshot.ts';
import { listCertificationsDoor } from './list-certifications.ts';
import { listRunsDoor } from './list-runs.ts';
import { requestRecertificationDoor } from './request-recertification.ts';
import { runStepDoor } from './run-step.ts';
import { startCertificationDoor } from './start-certification.ts';
import { submitCertificationDoor } from './submit-certification.ts';
import { takeSnapshotDoor } from './take-snapshot.ts';
import { verifySnapshotDoor } from './verify-snapshot.ts';
import { withdrawRecertificationRequestDoor } from './withdraw-recertification-request.ts';
import { withdrawSubmissionDoor } from './withdraw-submission.ts';

export const certificationDoors = (ports: PortsWithObjects): readonly Door[] => [
  listCertificationsDoor(ports),
  getCertificationDoor(ports),
  startCertificationDoor(ports),
  runStepDoor(ports),
  completeStepDoor(ports),
  takeSnapshotDoor(ports),
  submitCertificationDoor(ports),
  withdrawSubmissionDoor(ports),
  confirmSentDoor(ports),
  requestRecertificationDoor(ports),
  withdrawRecertificationRequestDoor(ports),
  listRunsDoor(ports),
  getHistoryDoor(ports),
  getSnapshotDoor(ports),
  verifySnapshotDoor(ports),
];

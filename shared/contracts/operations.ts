import { certificationOperations } from './operations/certifications.ts';
import { datasetOperations } from './operations/datasets.ts';
import { directoryOperations } from './operations/directory.ts';
import { eventOperations } from './operations/events.ts';
import type { Operation } from './operations/operation.ts';
import { participantOperations } from './operations/participants.ts';
import { reportOperations } from './operations/reports.ts';
import { validationOperations } from './operations/validation.ts';

/** The whole HTTP contract. */
export const operations = [
  ...directoryOperations,
  ...eventOperations,
  ...participantOperations,
  ...certificationOperations,
  ...validationOperations,
  ...datasetOperations,
  ...reportOperations,
] as const satisfies readonly Operation[];

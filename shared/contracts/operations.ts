import { categoryOperations } from './operations/categories.ts';
import { certificationOperations } from './operations/certifications.ts';
import { comparisonOperations } from './operations/comparisons.ts';
import { datasetOperations } from './operations/datasets.ts';
import { directoryOperations } from './operations/directory.ts';
import { eventOperations } from './operations/events.ts';
import type { Operation } from './operations/operation.ts';
import { organizationOperations } from './operations/organizations.ts';
import { peopleOperations } from './operations/people.ts';
import { participantOperations } from './operations/participants.ts';
import { reportOperations } from './operations/reports.ts';
import { validationOperations } from './operations/validation.ts';

/** The whole HTTP contract. */
export const operations = [
  ...directoryOperations,
  ...organizationOperations,
  ...peopleOperations,
  ...categoryOperations,
  ...eventOperations,
  ...participantOperations,
  ...certificationOperations,
  ...validationOperations,
  ...comparisonOperations,
  ...datasetOperations,
  ...reportOperations,
] as const satisfies readonly Operation[];

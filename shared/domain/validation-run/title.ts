import type { Level } from '../category/state.ts';
import type { Lane } from './state.ts';

export interface RunSubject {
  readonly name: string;
  readonly number: number;
  readonly level: Level;
  readonly organizationId: string;
  readonly lane: Lane;
}

const stepNumber: Readonly<Record<Lane, number>> = { DISTRICT: 1, STATE: 2, SNAPSHOT: 3 };

/** `Student Tardiness DC 96.0.2`: certification event, school (0 for a whole district), step. */
export const runTitle = ({ name, number, level, organizationId, lane }: RunSubject): string =>
  `${name} DC ${number}.${level === 'SCHOOL' ? organizationId : '0'}.${stepNumber[lane]}`;

import { attendanceRules } from './attendance.ts';
import { enrollmentRules } from './enrollments.ts';
import { countRules, serviceRules } from './services.ts';
import type { SetRule } from './set-rule.ts';
import { studentRules } from './students.ts';

/** The 28 rules over a district. */
export const ruleSet: readonly SetRule[] = [
  ...studentRules,
  ...enrollmentRules,
  ...attendanceRules,
  ...serviceRules,
  ...countRules,
];

import { readFile } from 'node:fs/promises';

/** A rule as the state's rule library takes it. `datasets[0]` is the one it is reported under. */
export interface SeedRule {
  readonly code: string;
  readonly name: string;
  readonly severity: 'FATAL' | 'WARNING' | 'INFO';
  readonly kind: 'FINDINGS' | 'LISTING';
  readonly level: 'DISTRICT';
  readonly datasets: readonly string[];
  readonly message: string;
  readonly causeColumn: string | null;
  readonly resolution: string;
  readonly sql: string;
}

interface RegisterEntry extends Omit<SeedRule, 'sql' | 'level'> {
  /** The rule's text is `rules/<slug>.sql`. */
  readonly slug: string;
}

/** In the order in which they are reported. */
export const ruleRegister: readonly RegisterEntry[] = [
  {
    slug: 'student-without-enrollment',
    code: 'ENR001',
    name: 'Student without any enrollment',
    severity: 'FATAL',
    kind: 'FINDINGS',
    datasets: ['students', 'studentSchoolAssociations'],
    message: 'The student is reported but enrolled in no school of the district.',
    causeColumn: null,
    resolution: 'Report the enrollment, or remove the student when the record belongs to another district.',
  },
  {
    slug: 'exit-before-entry',
    code: 'ENR002',
    name: 'Exit before entry',
    severity: 'FATAL',
    kind: 'FINDINGS',
    datasets: ['studentSchoolAssociations', 'students'],
    message: 'The exit date lies before the entry date.',
    causeColumn: 'Exit Type',
    resolution: 'Correct the exit date, or remove the enrollment when the student never attended.',
  },
  {
    slug: 'age-implausible-for-grade',
    code: 'ENR003',
    name: 'Age implausible for grade',
    severity: 'WARNING',
    kind: 'FINDINGS',
    datasets: ['studentSchoolAssociations', 'students'],
    message: 'The age on the as-of date is not one of the two usual ages of the grade.',
    causeColumn: 'Grade',
    resolution: 'Check the birth date and the grade; leave both when they are right.',
  },
  {
    slug: 'more-than-full-time',
    code: 'ENR004',
    name: 'More than full time on a day',
    severity: 'WARNING',
    kind: 'FINDINGS',
    datasets: ['studentSchoolAssociations', 'students'],
    message: 'Enrollments that are open on the same day add up to more than 1.0 FTE.',
    causeColumn: 'Schools',
    resolution: 'End the enrollment that has ended, or correct the full time equivalency of one of them.',
  },
  {
    slug: 'attendance-outside-session-year',
    code: 'ATT001',
    name: "Attendance event outside the session's year",
    severity: 'WARNING',
    kind: 'FINDINGS',
    datasets: ['studentSchoolAttendanceEvents'],
    message:
      'The date of the event does not lie in the school year that is reported, or its session is of another year.',
    causeColumn: 'Session Year',
    resolution: 'Correct the date or the session of the event.',
  },
  {
    slug: 'duplicate-attendance',
    code: 'ATT002',
    name: 'Duplicate attendance on a day',
    severity: 'WARNING',
    kind: 'FINDINGS',
    datasets: ['studentSchoolAttendanceEvents'],
    message: 'The student has more than one attendance event at the same school on the same day.',
    causeColumn: 'Categories',
    resolution: 'Keep the event that describes the day and remove the others.',
  },
  {
    slug: 'program-ended-without-reason',
    code: 'PRG001',
    name: 'Program association ended without a reason',
    severity: 'WARNING',
    kind: 'FINDINGS',
    datasets: [
      'studentProgramAssociations',
      'studentSpecialEducationProgramAssociations',
      'studentLanguageInstructionProgramAssociations',
      'studentCTEProgramAssociations',
      'studentNeglectedOrDelinquentProgramAssociations',
      'students',
    ],
    message: 'The student left the program, but the reason is missing.',
    causeColumn: 'Program',
    resolution: 'Report the reason for leaving, or remove the end date when the student is still in the program.',
  },
  {
    slug: 'tardiness',
    code: 'ATT003',
    name: 'Student Tardiness',
    severity: 'INFO',
    kind: 'LISTING',
    datasets: ['studentSchoolAttendanceEvents', 'students', 'schools', 'localEducationAgencies'],
    message: 'Every student who was tardy in the school year, with the count of tardies and absences.',
    causeColumn: null,
    resolution: 'Compare the counts with your own records before you certify.',
  },
];

/** The rules with their texts, in register order. */
export const seedRules = (): Promise<SeedRule[]> =>
  Promise.all(
    ruleRegister.map(async ({ slug, ...rule }) => ({
      ...rule,
      level: 'DISTRICT' as const,
      sql: await readFile(new URL(`rules/${slug}.sql`, import.meta.url), 'utf8'),
    })),
  );

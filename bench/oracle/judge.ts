import { type Answers, Fingerprint, keyText } from './fingerprint.ts';
import { eachRow } from './read-csv.ts';

interface Enrollment {
  readonly school: string;
  readonly number: string;
  readonly entry: string;
  readonly exit: string | null;
}

/** What is kept of a district while its files are read one after the other. */
const noDistrict = () => ({
  codes: new Set<string>(),
  schools: new Map<string, { readonly low: number; readonly high: number }>(),
  schoolDays: new Set<string>(),
  /** Birth date by student. */
  students: new Map<string, string | null>(),
  enrollments: new Map<string, Enrollment[]>(),
  openByGrade: new Map<string, number>(),
});

type District = ReturnType<typeof noDistrict>;
type Files = Readonly<Record<string, string>>;
type Find = (rule: string, ...key: readonly (string | null)[]) => void;

const forEver = '9999-12-31';
const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
const gradeNumber = (grade: string | null): number | null => {
  if (grade === 'KG') return 0;
  return grade !== null && /^\d+$/.test(grade) ? Number(grade) : null;
};
const covers = ({ entry, exit }: Enrollment, day: string): boolean => day >= entry && day <= (exit ?? forEver);

const readPlaces = async (files: Files, { codes, schools, schoolDays }: District): Promise<void> => {
  await eachRow(files['codes'] ?? '', ['codeSet', 'code'], (set, code) => codes.add(`${set ?? ''}|${code ?? ''}`));
  await eachRow(files['schools'] ?? '', ['schoolId', 'lowGrade', 'highGrade'], (id, low, high) =>
    schools.set(id ?? '', { low: Number(low), high: Number(high) }),
  );
  await eachRow(files['calendar'] ?? '', ['schoolId', 'schoolDay'], (school, day) =>
    schoolDays.add(`${school ?? ''}|${day ?? ''}`),
  );
};

const judgeStudents = async (files: Files, district: District, find: Find, year: number): Promise<void> => {
  const holders = new Map<string, string[]>();
  const columns = ['studentUniqueId', 'stateId', 'firstName', 'lastName', 'birthDate', 'sex', 'race'];
  await eachRow(files['students'] ?? '', columns, (student, stateId, firstName, lastName, birth, sex, race) => {
    if (typeof student !== 'string') return;
    district.students.set(student, birth ?? null);
    if (isBlank(stateId ?? null)) find('R01', student);
    else holders.set(stateId ?? '', [...(holders.get(stateId ?? '') ?? []), student]);
    if (!district.codes.has(`sex|${sex ?? ''}`)) find('R03', student);
    if (!district.codes.has(`race|${race ?? ''}`)) find('R04', student);
    if (typeof stateId === 'string' && !/^[0-9]{10}$/.test(stateId)) find('R05', student);
    if (typeof birth !== 'string' || birth < `${year - 23}-09-01` || birth > `${year - 4}-09-01`) find('R06', student);
    if (isBlank(lastName ?? null) || isBlank(firstName ?? null)) find('R07', student);
  });
  for (const students of holders.values())
    if (students.length > 1) for (const student of students) find('R02', student);
};

const judgeEnrollments = async (files: Files, district: District, find: Find, year: number): Promise<void> => {
  const { codes, schools, students, enrollments, openByGrade } = district;
  const places = new Map<string, number>();
  const columns = [
    'studentUniqueId',
    'schoolId',
    'enrollmentNumber',
    'entryDate',
    'entryCode',
    'exitDate',
    'exitCode',
    'gradeLevel',
    'fte',
  ];
  await eachRow(
    files['enrollments'] ?? '',
    columns,
    (
      student = '',
      school = '',
      number = '',
      entry = '',
      entryCode = null,
      exit = null,
      exitCode = null,
      grade = null,
      fte = null,
    ) => {
      if (student === null || school === null || number === null || entry === null) return;
      const row = { school, number, entry, exit };
      const known = enrollments.get(student);
      if (known) known.push(row);
      else enrollments.set(student, [row]);
      const key = [student, school, number] as const;
      if (!students.has(student)) find('R08', ...key);
      const place = schools.get(school);
      if (place === undefined) find('R09', ...key);
      if (exit !== null && exit < entry) find('R11', ...key);
      if ((exit === null) !== (exitCode === null)) find('R12', ...key);
      if (!codes.has(`grade|${grade ?? ''}`) || !codes.has(`entry|${entryCode ?? ''}`)) find('R13', ...key);
      const level = gradeNumber(grade);
      const birth = students.get(student);
      if (level !== null && typeof birth === 'string' && Math.abs(year - 1 - Number(birth.slice(0, 4)) - 5 - level) > 3)
        find('R14', ...key);
      if (level !== null && place !== undefined && (level < place.low || level > place.high)) find('R15', ...key);
      if (covers(row, `${year - 1}-10-01`)) places.set(student, (places.get(student) ?? 0) + Number(fte));
      if (exit === null)
        openByGrade.set(`${school}|${grade ?? ''}`, (openByGrade.get(`${school}|${grade ?? ''}`) ?? 0) + 1);
    },
  );
  for (const [student, fte] of places) if (fte > 1) find('R16', student);
  for (const [student, rows] of enrollments) judgeOverlaps(student, rows, find);
};

const order = (left: Enrollment, right: Enrollment): number => {
  const one = `${left.entry}|${left.number}|${left.school}`;
  const other = `${right.entry}|${right.number}|${right.school}`;
  return one < other ? -1 : 1;
};

const judgeOverlaps = (student: string, rows: readonly Enrollment[], find: Find): void => {
  const sorted = rows.length > 1 ? rows.toSorted(order) : rows;
  sorted.forEach(({ school, number, exit }, at) => {
    const next = sorted[at + 1];
    if (next !== undefined && next.entry <= (exit ?? forEver)) find('R10', student, school, number);
  });
};

const judgeAttendance = async (files: Files, district: District, find: Find): Promise<void> => {
  const { codes, schoolDays, students, enrollments } = district;
  const lastExit = new Map(
    [...enrollments].map(([student, rows]) => [
      student,
      rows.reduce((last, { exit }) => ((exit ?? forEver) > last ? (exit ?? forEver) : last), ''),
    ]),
  );
  const absences = new Map<string, number>();
  const attending = new Set<string>();
  // By student, so that what is held stays small beside twenty million rows: days as text, one after the other.
  const times = new Map<string, Map<string, number>>();
  const columns = ['studentUniqueId', 'schoolId', 'attendanceDate', 'sequence', 'code'];
  await eachRow(
    files['attendance'] ?? '',
    columns,
    (student = '', school = '', day = '', sequence = '', code = null) => {
      if (student === null || school === null || day === null) return;
      const key = [student, school, day, sequence] as const;
      if (day > (lastExit.get(student) ?? forEver)) find('R17', ...key);
      if (enrollments.get(student)?.some((row) => row.school === school && covers(row, day)) !== true)
        find('R18', ...key);
      if (!schoolDays.has(`${school}|${day}`)) find('R19', ...key);
      if (!students.has(student)) find('R20', ...key);
      const ofDay = times.get(day) ?? new Map<string, number>();
      times.set(day, ofDay);
      const place = `${student}|${school}`;
      ofDay.set(place, (ofDay.get(place) ?? 0) + 1);
      if (!codes.has(`attendance|${code ?? ''}`)) find('R22', ...key);
      if (code === 'U' || code === 'E') absences.set(student, (absences.get(student) ?? 0) + 1);
      attending.add(student);
    },
  );
  for (const [day, ofDay] of times)
    for (const [place, count] of ofDay) {
      const [student = '', school = ''] = place.split('|');
      if (count > 1) find('R21', student, school, day);
    }
  for (const [student, days] of absences) if (days >= 24) find('R27', student);
  for (const [student, rows] of enrollments)
    if (!attending.has(student))
      for (const { school, number, exit } of rows) if (exit === null) find('R28', student, school, number);
};

const judgeServices = async (
  files: Files,
  { codes, enrollments }: District,
  find: Find,
  year: number,
): Promise<void> => {
  await eachRow(
    files['special_education'] ?? '',
    ['studentUniqueId', 'programCode', 'iepDate'],
    (student = '', program = '', iep = '') => {
      if (enrollments.get(student ?? '')?.some(({ exit }) => exit === null) !== true) find('R23', student);
      if ((iep ?? forEver) < `${year - 4}-09-01` || !codes.has(`program|${program ?? ''}`)) find('R24', student);
    },
  );
  const columns = ['incidentId', 'studentUniqueId', 'schoolId', 'incidentDate', 'incidentCode'];
  await eachRow(files['incidents'] ?? '', columns, (incident = '', student = '', school = '', day = '', code = '') => {
    const inside =
      enrollments.get(student ?? '')?.some((row) => row.school === school && covers(row, day ?? '')) === true;
    if (!inside || !codes.has(`incident|${code ?? ''}`)) find('R25', incident);
  });
};

const judgeCounts = (files: Files, { openByGrade }: District, find: Find): Promise<void> =>
  eachRow(
    files['prior_counts'] ?? '',
    ['schoolId', 'gradeLevel', 'students'],
    (school = '', grade = '', before = '') => {
      const now = openByGrade.get(`${school ?? ''}|${grade ?? ''}`);
      if (now !== undefined && Math.abs(now - Number(before)) * 10 > Number(before)) find('R26', school, grade);
    },
  );

/** What each of the 28 rules must find in a district, by a program that shares nothing with the engine. */
export const judgeDistrict = async (files: Files, reportingYear: number): Promise<Answers> => {
  const codes = Array.from({ length: 28 }, (_, at) => `R${String(at + 1).padStart(2, '0')}`);
  const found = new Map(codes.map((code) => [code, new Fingerprint()]));
  const find: Find = (rule, ...key) => found.get(rule)?.add(keyText(key));
  const district = noDistrict();
  await readPlaces(files, district);
  await judgeStudents(files, district, find, reportingYear);
  await judgeEnrollments(files, district, find, reportingYear);
  await judgeAttendance(files, district, find);
  await judgeServices(files, district, find, reportingYear);
  await judgeCounts(files, district, find);
  return Object.fromEntries([...found].map(([code, fingerprint]) => [code, fingerprint.found()]));
};

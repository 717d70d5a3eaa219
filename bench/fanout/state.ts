/** A district by its students and the attendance that is kept of them. */
export interface ModelDistrict {
  readonly students: number;
  readonly millionRows: number;
}

const districts = 1_200;
const biggest = 400_000;
const rowsAStudent = 83;

/** Every number of this model that is not measured here, with where it is from. */
export const assumptions = {
  /** Lambda's processor beside this machine's, as the study measured it. */
  slowerThanHere: 1.5,
  /** From S3 to a function, megabytes a second (about 0.5 Gbit). */
  downloadMbPerSecond: 62,
  /** Bytes of a million attendance rows: sorted Parquet as measured, CSV as generated. */
  parquetMbPerMillionRows: 1.7,
  csvMbPerMillionRows: 35,
  /** Start of a function that was not there, beside its own work. */
  coldStartSeconds: 0.35,
  /** A queue starts with so many functions at once and adds so many a second, up to the account's limit. */
  functionsAtFirst: 5,
  functionsMorePerSecond: 5,
  functionsAtMost: 1_000,
  memoryGb: 2.5,
  processors: 1.4,
  /** Dollars: a GB second on arm, a million requests, a million SQS requests, a thousand transitions. */
  dollarsPerGbSecond: 0.0000133334,
  dollarsPerMillionInvocations: 0.2,
  dollarsPerMillionSqsRequests: 0.4,
  dollarsPerThousandTransitions: 0.025,
  sqsRequestsPerJob: 3,
} as const;

/** Districts of a state by Zipf's law: the biggest has 400,000 students, the median about two thousand. */
export const stateOfDistricts = (): readonly ModelDistrict[] =>
  Array.from({ length: districts }, (_, rank) => {
    const students = Math.max(100, Math.round(biggest / (rank + 1) ** 0.82));
    return { students, millionRows: (students * rowsAStudent) / 1e6 };
  });

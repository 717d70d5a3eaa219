/** What a month is, and what nobody's template says of one without work. */
export const idle = {
  hours: 720,
  /** A queue that feeds a function is asked by five pollers, each of which waits 20 seconds for an answer. */
  pollsAnHourAndQueue: 900,
  secondsACall: 1,
  logBytesACall: 2_000,
  /** Of the scheduled call that reads most, the sweeper: eight shards of what is due, what was given up, events, queue and agency. */
  readUnitsACall: 6.5,
  tableRequestsACall: 12,
  /** The table's key is asked for again every five minutes by each of two functions. */
  keyUsesAnHour: 24,
  tableGb: 0.2,
  objectGb: 2,
  /** Every night's copy is kept for 35 days. */
  backupsKept: 35,
  /** Metrics of ours that are told in every hour though nothing happens: the age of the oldest unsent message. */
  metricsTold: 1,
} as const;

/** One certification event of a whole state, taken in and certified within a month. */
export const event = {
  districts: 1_200,
  certifiersADistrict: 1,
  days: 20,
  /** Lists, wizard and reports that a person looks at, beside the commands below. */
  requestsOfAPerson: 300,
  edgeBytesARequest: 6_000,
  pagesMbAPerson: 3,
  datasets: 18,
  datasetMb: 5,
  ingestSeconds: 6,
  runs: 4.5,
  pagesOfRowsARun: 5,
  runSeconds: 10,
  reportMb: 1,
  requestSeconds: 0.12,
  flowTransitions: 9,
  alerts: 8,
  mails: 3,
} as const;

interface Use {
  readonly what: string;
  /** How often for each district. */
  readonly times: number;
  /** Of one of them: requests to the API, then the table's requests, read units, and write units with those of indexes. */
  readonly api: number;
  readonly requests: number;
  readonly read: number;
  readonly written: number;
  readonly from: string;
}

const use = (what: string, times: number, units: readonly [number, number, number, number], from: string): Use => {
  const [api, requests, read, written] = units;
  return { what, times, api, requests, read, written, from };
};

const benchmark = 'benchmark, suite capacity, 2026-11-22';
const table = 'docs/access-patterns.md';

/** What the table is asked for one district, from its publishing to its approval: measured, or added up from what is. */
export const uses: readonly Use[] = [
  use('published', 1, [0, 0.187, 1.2, 8.11], benchmark),
  use('started', 1, [1, 4, 3, 12], benchmark),
  use('a file delivered', event.datasets, [2, 8, 8, 40], `${table}: three commits, lease`),
  use('a run asked for and carried out', event.runs, [1, 12, 12, 54], `${table}: three commits, lease`),
  use('a report opened', event.runs, [1, 3, 3, 4], `${table}: a view`),
  // The answer itself is one of those that are looked at; each page of it asks whether it is on record.
  use('rows shown on the screen', event.pagesOfRowsARun * event.runs, [0, 1, 0, 1], `${table}: that rows were shown`),
  use('a step completed', 3, [1, 5, 4, 16], `${benchmark}, as submit`),
  use('a snapshot taken', 1, [1, 6, 6, 32], `${table}: two commits`),
  use('submitted', event.certifiersADistrict, [1, 5, 4, 16], benchmark),
  use('approved', 1, [0.1, 5, 4, 16], `${benchmark}, as submit`),
  use('an alert posted', event.alerts, [0, 2, 2, 10], `${table}: with its mail`),
  use('a message sent', 30, [0, 2, 1, 2], `${table}: read, marked as sent`),
  use('looked at', event.requestsOfAPerson * event.certifiersADistrict, [1, 2, 2, 0], benchmark),
];

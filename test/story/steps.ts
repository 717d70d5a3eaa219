import type { Json, Person } from './client.ts';
import { expectStatus, jsonAt, listAt, textAt } from './read.ts';
import { until } from './until.ts';

/** A participant as its people address it. */
export interface Work {
  readonly eventId: string;
  readonly orgId: string;
}

export type Step = 'district-validation' | 'state-validation' | 'snapshot-validation';

const base = ({ eventId, orgId }: Work): string => `/v1/certifications/${eventId}/${orgId}`;

const ended = (status: string): boolean => status !== 'QUEUED' && status !== 'RUNNING';

/** Waits for a run to end and answers it. */
export const runEnded = (person: Person, runId: string, seconds?: number): Promise<Json> =>
  until(
    `run ${runId}`,
    async () => {
      const run = expectStatus(await person.get(`/v1/runs/${runId}`), 200);
      return ended(textAt(run, 'status')) ? run : undefined;
    },
    seconds,
  );

/** Generates a step's report and waits for it. */
export const generateReport = async (person: Person, work: Work, step: Step): Promise<Json> => {
  const run = expectStatus(await person.post(`${base(work)}/steps/${step}/runs`, { format: 'html' }), 202);
  return runEnded(person, textAt(run, 'id'));
};

/** Opens the report as a browser would: the link, then what lies behind it. */
export const openReport = async (person: Person, runId: string, format = 'html'): Promise<string> => {
  const link = expectStatus(await person.get(`/v1/runs/${runId}/report?format=${format}`), 200);
  const response = await fetch(textAt(link, 'url'));
  if (!response.ok) throw new Error(`the report's link answers ${response.status}`);
  return response.text();
};

export const wizard = async (person: Person, work: Work): Promise<Json> =>
  expectStatus(await person.get(base(work)), 200);

export const stepOf = async (person: Person, work: Work, step: Step): Promise<Json> => {
  const found = listAt(await wizard(person, work), 'steps').find((one) => one['step'] === step);
  if (found === undefined) throw new Error(`the wizard has no step ${step}`);
  return found;
};

export const complete = (person: Person, work: Work, step: Step, body: object = {}) =>
  person.post(`${base(work)}/steps/${step}/complete`, body);

/** Generates, reads and completes one of the first two steps. */
export const passStep = async (person: Person, work: Work, step: Step): Promise<void> => {
  const run = await generateReport(person, work, step);
  await openReport(person, textAt(run, 'id'));
  expectStatus(await complete(person, work, step), 200);
};

/** Waits until the present snapshot is taken and the run on it has ended. */
export const snapshotValidated = async (person: Person, work: Work): Promise<Json> => {
  const taken = await until('the snapshot', async () => {
    const snapshot = (await wizard(person, work))['snapshot'];
    const known = snapshot ? jsonAt({ snapshot }, 'snapshot') : undefined;
    return known && known['status'] === 'COMPLETED' ? known : undefined;
  });
  const run = await until('the run on the snapshot', async () => {
    const found = (await stepOf(person, work, 'snapshot-validation'))['run'];
    const known = found ? jsonAt({ found }, 'found') : undefined;
    return known && known['snapshotId'] === taken['id'] ? known : undefined;
  });
  return runEnded(person, textAt(run, 'id'));
};

/** Reads and completes the third step on the present snapshot. */
export const passSnapshot = async (person: Person, work: Work): Promise<void> => {
  const run = await snapshotValidated(person, work);
  await openReport(person, textAt(run, 'id'));
  expectStatus(await complete(person, work, 'snapshot-validation'), 200);
};

export const start = (person: Person, work: Work) => person.post(`${base(work)}/start`, {});

export const submit = (person: Person, work: Work) =>
  person.post(`${base(work)}/submit`, { attestation: { name: 'Cora Example', accepted: true } });

/** The whole way of one certifier through one round. */
export const certify = async (person: Person, work: Work): Promise<Json> => {
  expectStatus(await start(person, work), 200);
  await passStep(person, work, 'district-validation');
  await passStep(person, work, 'state-validation');
  await passSnapshot(person, work);
  return expectStatus(await submit(person, work), 200);
};

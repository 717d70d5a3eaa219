import { bearCreek, publishNew } from '../../test/story/certification-event.ts';
import type { Json, Person } from '../../test/story/client.ts';
import { expectStatus, jsonAt, listAt, textAt } from '../../test/story/read.ts';
import {
  complete,
  openReport,
  runEnded,
  type Step,
  start,
  stepOf,
  submit,
  type Work,
  wizard,
} from '../../test/story/steps.ts';
import { until } from '../../test/story/until.ts';
import type { District } from '../district/files.ts';
import { type Answers, mustCount } from '../oracle/fingerprint.ts';
import { deliverFile } from './deliver-file.ts';
import { datasets, rules } from './names.ts';

/** Nothing here may take longer, in seconds: it is there to end a run that hangs, not to judge it. */
const patience = 900;

/** The state declares the datasets, writes the rules and publishes for one district. */
export const prepare = async (admin: Person): Promise<string> => {
  for (const { declared } of datasets) expectStatus(await admin.post('/v1/datasets', declared), 201);
  const entries = [];
  for (const rule of rules) {
    const written = expectStatus(await admin.post('/v1/rules', rule), 201);
    entries.push({ ruleId: written['id'] });
  }
  const group = { name: 'A whole district', level: 'DISTRICT', active: true, rules: entries };
  const { id: groupId } = expectStatus(await admin.post('/v1/validation-groups', group), 201);
  return publishNew(admin, {
    name: 'A whole district',
    participants: [bearCreek],
    dataLinks: [{ type: 'VALIDATION_GROUP', groupId }],
    snapshotMethod: 'ON_CERT_START',
  });
};

/** Hands all files in, one after the other. */
export const deliverSet = async (clerk: Person, district: District): Promise<void> => {
  for (const { file, declared } of datasets) {
    const delivery = { organizationId: bearCreek, dataset: declared.name, path: district.path(file, 'csv') };
    await deliverFile(clerk, delivery, patience);
  }
};

/** Waits until the state's copy of what was handed in is the district's. */
export const synced = (clerk: Person): Promise<true> =>
  until(
    'the state to have what the district has',
    async () => {
      const status = expectStatus(await clerk.get(`/v1/organizations/${bearCreek}/data`), 200);
      const inSync = new Set(
        listAt(status, 'datasets').flatMap((one) => (one['inSync'] === true ? one['dataset'] : [])),
      );
      return datasets.every(({ declared }) => inSync.has(declared.name)) ? true : undefined;
    },
    patience,
  );

const workOn = (eventId: string): Work => ({ eventId, orgId: bearCreek });

/** Throws where a run found anything else than the oracle did. */
const mustFind = (run: Json, expected: Answers): void => {
  if (run['status'] !== 'COMPLETED') throw new Error(`the run ended: ${JSON.stringify(run).slice(0, 500)}`);
  const found = Object.fromEntries(
    listAt(run, 'summary').map((one) => [textAt(one, 'ruleCode'), Number(one['count'])]),
  );
  mustCount('the run', expected, found);
};

const passed = async (clerk: Person, work: Work, step: Step, run: Json): Promise<void> => {
  await openReport(clerk, textAt(run, 'id'));
  expectStatus(await complete(clerk, work, step), 200);
};

/** Runs the rules on one of the two copies and passes the step. */
export const validate = async (clerk: Person, eventId: string, step: Step, expected: Answers): Promise<void> => {
  const work = workOn(eventId);
  const path = `/v1/certifications/${eventId}/${bearCreek}/steps/${step}/runs`;
  const queued = expectStatus(await clerk.post(path, { format: 'html' }), 202);
  const run = await runEnded(clerk, textAt(queued, 'id'), patience);
  mustFind(run, expected);
  await passed(clerk, work, step, run);
};

/** Starts the certification, by which the snapshot is taken, and waits for it. */
export const takeSnapshot = async (clerk: Person, eventId: string): Promise<void> => {
  expectStatus(await start(clerk, workOn(eventId)), 200);
  await until(
    'the snapshot',
    async () => {
      const { snapshot } = await wizard(clerk, workOn(eventId));
      return snapshot ? jsonAt({ snapshot }, 'snapshot')['status'] === 'COMPLETED' || undefined : undefined;
    },
    patience,
  );
};

/** Waits for the run on the snapshot, passes the step and certifies. How many rows it found. */
export const certifySnapshot = async (clerk: Person, eventId: string, expected: Answers): Promise<number> => {
  const work = workOn(eventId);
  const queued = await until(
    'the run on the snapshot',
    async () => (await stepOf(clerk, work, 'snapshot-validation'))['run'] ?? undefined,
    patience,
  );
  const run = await runEnded(clerk, textAt(jsonAt({ queued }, 'queued'), 'id'), patience);
  mustFind(run, expected);
  await passed(clerk, work, 'snapshot-validation', run);
  expectStatus(await submit(clerk, work), 200);
  return listAt(run, 'summary').reduce((sum, one) => sum + Number(one['count']), 0);
};

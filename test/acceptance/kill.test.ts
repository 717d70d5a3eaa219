import { beforeAll, describe, expect, it } from 'vitest';
import { bucketOf } from '../harness/objects.ts';
import { useSystem } from '../harness/system.ts';
import {
  bearCreek,
  createOpen,
  grandBend,
  participantOf,
  publishNew,
  published,
} from '../story/certification-event.ts';
import type { Json } from '../story/client.ts';
import { expectStatus, listAt, refusalOf, textAt } from '../story/read.ts';
import { deliver, seedFile } from '../story/deliver.ts';
import { openReport, runEnded, snapshotValidated, start, stepOf, type Work } from '../story/steps.ts';
import { until } from '../story/until.ts';

const system = useSystem();
const minute = 60_000;
const events = '/v1/certification-events';
const admin = () => system.as('state-admin');
const certifier = () => system.as('grand-bend-certifier');
const everybody = ['grand-bend-certifier', 'grand-bend-reviewer', 'bear-creek-certifier', 'bear-creek-reviewer'];

/** The sweeper comes every few minutes; what has been stuck for more than ten it takes up again. */
const sweeperComes = () => system.moveTo(system.now() + 11 * minute);

const workerLost = async (): Promise<void> => {
  await until('the worker to be lost', async () =>
    system.runtime.faults.list().every(({ hits }) => hits > 0) ? true : undefined,
  );
  await sweeperComes();
};

const begunToPublish = async (name: string): Promise<string> => {
  const person = await admin();
  const eventId = textAt(await createOpen(person, { name }), 'id');
  expectStatus(await person.post(`${events}/${eventId}/publish`, {}), 202);
  return eventId;
};

const publicationAlerts = async (eventId: string): Promise<readonly number[]> => {
  const counts: number[] = [];
  for (const name of everybody) {
    const alerts = await system.alertsOf(name, eventId);
    counts.push(alerts.filter((text) => text.includes('published a Data Certification Event')).length);
  }
  return counts;
};

const statusesOf = async (eventId: string): Promise<readonly unknown[]> =>
  (await system.executionsOf(eventId)).map((execution) => execution['status']);

/** Everything a publication must have done, and nothing of it twice. */
const publishedOnce = async (eventId: string): Promise<void> => {
  const person = await admin();
  await published(person, eventId);
  await system.atRest();
  const participants = expectStatus(await person.get(`${events}/${eventId}/participants`), 200);
  expect(listAt(participants, 'items').map((one) => [one['organizationId'], one['status'], one['round']])).toEqual([
    [bearCreek, 'IN_PROGRESS', 1],
    [grandBend, 'IN_PROGRESS', 1],
  ]);
  expect(await publicationAlerts(eventId)).toEqual([1, 1, 1, 1]);
  expect(await statusesOf(eventId)).not.toContain('RUNNING');
};

describe('Publishing that is stopped', () => {
  it.each(['Plan', 'WhatIsPlanned', 'CreateParticipants', 'EveryChunk', 'Flip', 'WhetherFlipped', 'Published'])(
    'after %s is taken up again and ends as if nothing had happened',
    async (afterState) => {
      system.runtime.faults.set([{ machine: 'publish', afterState, action: 'abort' }]);
      const eventId = await begunToPublish(`Stopped after ${afterState}`);
      await until('the flow to be stopped', async () =>
        (await statusesOf(eventId)).includes('ABORTED') ? true : undefined,
      );
      await sweeperComes();
      await publishedOnce(eventId);
      expect(system.runtime.faults.list()).toMatchObject([{ hits: 1 }]);
    },
  );

  it('twice in a row is taken up a second time', async () => {
    system.runtime.faults.set([{ machine: 'publish', afterState: 'EveryChunk', times: 2, action: 'abort' }]);
    const eventId = await begunToPublish('Stopped twice');
    for (const times of [1, 2]) {
      await until(`the flow to be stopped ${times} times`, async () =>
        (await statusesOf(eventId)).filter((status) => status === 'ABORTED').length === times ? true : undefined,
      );
      await sweeperComes();
    }
    await publishedOnce(eventId);
  });

  it.each(['plan', 'create-participants', 'flip'])(
    'by the end of its function in %s is done again by the flow itself',
    async (task) => {
      const nth = ['plan', 'create-participants', 'flip'].indexOf(task) + 1;
      system.runtime.faults.set([
        { caller: 'flow-publish', service: 'dynamodb', operation: 'TransactWriteItems', nth, action: 'crash-after' },
      ]);
      await publishedOnce(await begunToPublish(`Crashed in ${task}`));
    },
  );
});

describe('The relay', () => {
  it('that dies after it started a flow, before it wrote that down, starts no second one', async () => {
    system.runtime.faults.set([
      { caller: 'relay-outbox', service: 'states', operation: 'StartExecution', action: 'crash-after' },
    ]);
    const eventId = await begunToPublish('Relay died');
    await publishedOnce(eventId);
    expect(system.runtime.faults.list()).toMatchObject([{ hits: 1 }]);
    expect(await statusesOf(eventId)).toEqual(['SUCCEEDED']);
  });

  it('that loses the answer of a queue tells nobody twice', async () => {
    system.runtime.faults.set([
      { caller: 'relay-outbox', service: 'sqs', operation: 'SendMessage', action: 'drop-reply' },
    ]);
    await publishedOnce(await begunToPublish('Answer lost'));
    expect(system.runtime.faults.list()).toMatchObject([{ hits: 1 }]);
  });
});

describe('A message delivered twice', () => {
  it('tells each person once', async () => {
    system.runtime.faults.set([
      { caller: 'deliver-notifications', service: 'sqs', operation: 'ReceiveMessage', times: 3, action: 'duplicate' },
    ]);
    await publishedOnce(await begunToPublish('Told twice'));
  });
});

describe('Two at once', () => {
  it('publish: one publication, the others are told that it is under way or done', async () => {
    const person = await admin();
    const eventId = textAt(await createOpen(person, { name: 'Raced' }), 'id');
    const answers = await Promise.all([1, 2, 3].map(() => person.post(`${events}/${eventId}/publish`, {})));
    const [accepted, ...refused] = answers.map(refusalOf).toSorted();
    expect(accepted).toBe('202');
    for (const refusal of refused) expect(['409 PUBLISHING', '409 NO_CHANGES']).toContain(refusal);
    await publishedOnce(eventId);
    expect(await statusesOf(eventId)).toEqual(['SUCCEEDED']);
  });

  it('approve: one approval, and each person is told once', async () => {
    const eventId = await publishNew(await admin(), { name: 'Approved at once' });
    const approver = await system.as('state-approver');
    const body = { type: 'APPROVE', organizationIds: [grandBend], confirmNotCertified: true, reason: 'By telephone.' };
    const answers = await Promise.all([1, 2, 3].map(() => approver.post(`${events}/${eventId}/decisions`, body)));
    const rows = answers.map((answer) => listAt(expectStatus(answer, 200), 'results')[0]);
    expect(rows.map((row) => row?.['outcome']).toSorted()).toEqual(['APPLIED', 'REFUSED', 'REFUSED']);
    expect(await participantOf(await admin(), eventId, grandBend)).toMatchObject({ status: 'APPROVED' });
    await until('the approval to be told', async () =>
      (await system.alertsOf('grand-bend-certifier', eventId)).some((text) => text.includes('approved'))
        ? true
        : undefined,
    );
    const told = await system.alertsOf('grand-bend-certifier', eventId);
    expect(told.filter((text) => text.includes('approved'))).toHaveLength(1);
  });
});

// The last two of this file: the message of a worker that died stays with it for its visibility time, so the system does not rest.
describe('A validation', () => {
  let work: Work;

  beforeAll(async () => {
    work = { eventId: await publishNew(await admin(), { name: 'Validated' }), orgId: grandBend };
    expectStatus(await start(await certifier(), work), 200);
    await snapshotValidated(await certifier(), work);
  }, 120_000);

  const begin = async (): Promise<string> => {
    const path = `/v1/certifications/${work.eventId}/${work.orgId}/steps/district-validation/runs`;
    return textAt(expectStatus(await (await certifier()).post(path, {}), 202), 'id');
  };

  const finishedAlerts = async (): Promise<number> =>
    (await system.alertsOf('grand-bend-certifier', work.eventId)).filter((text) =>
      /^The report .*\.1 is complete$/.test(text),
    ).length;

  /** Runs it, with what goes wrong, and answers the run once it has ended and its requester was told. */
  const validated = async (faults: readonly object[], goOn: (runId: string) => Promise<void>): Promise<Json> => {
    const told = await finishedAlerts();
    system.runtime.faults.set(faults);
    const runId = await begin();
    await goOn(runId);
    const run = await runEnded(await certifier(), runId);
    expect(await until('the alert', async () => ((await finishedAlerts()) > told ? finishedAlerts() : undefined))).toBe(
      told + 1,
    );
    expect(run).toMatchObject({ status: 'COMPLETED', problem: null, progress: { done: 8, total: 8 } });
    expect(await stepOf(await certifier(), work, 'district-validation')).toMatchObject({ status: 'NEEDS_VIEW' });
    expect(await openReport(await certifier(), runId)).toContain('Student Tardiness');
    return run;
  };

  const findings = async (runId: string) => (await certifier()).get(`/v1/runs/${runId}/findings?limit=200`);

  it.each([
    ['after it stored the findings', { service: 's3', operation: 'PutObject', nth: 1, action: 'crash-after' }],
    ['after it stored the report', { service: 's3', operation: 'PutObject', nth: 2, action: 'crash-after' }],
    [
      'before it recorded the result',
      { service: 'dynamodb', operation: 'TransactWriteItems', nth: 2, action: 'crash-before' },
    ],
  ])('whose worker dies %s is done again by another, with one result', async (_when, fault) => {
    const run = await validated([{ caller: 'run-validation', ...fault }], workerLost);
    const id = textAt(run, 'id');
    const named = expectStatus(await findings(id), 200);
    expect(listAt(named, 'items').length).toBeGreaterThan(0);
    const keys = (await bucketOf(system, 'REPORTS_BUCKET').keys(`runs/${id}/`)).filter((key) =>
      key.endsWith('findings.parquet'),
    );
    expect(keys.length).toBeLessThanOrEqual(2);
  });

  it('whose worker dies after it recorded the result is not done again', async () => {
    await validated(
      [
        {
          caller: 'run-validation',
          service: 'dynamodb',
          operation: 'TransactWriteItems',
          nth: 2,
          action: 'crash-after',
        },
      ],
      workerLost,
    );
  });

  it('whose message is lost is sent again once it has waited too long', async () => {
    const lost = { caller: 'run-validation', service: 'sqs', operation: 'ReceiveMessage', action: 'lose' };
    await validated([lost], async () => {
      await until('the message to be lost', async () =>
        system.runtime.faults.list().every(({ hits }) => hits > 0) ? true : undefined,
      );
      await system.moveTo(system.now() + 16 * minute);
    });
  });

  it('delivered twice has one result and tells once', async () => {
    const run = await validated(
      [{ caller: 'run-validation', service: 'sqs', operation: 'ReceiveMessage', action: 'duplicate' }],
      async () => undefined,
    );
    const keys = await bucketOf(system, 'REPORTS_BUCKET').keys(`runs/${textAt(run, 'id')}/`);
    expect(keys.filter((key) => key.endsWith('findings.parquet'))).toHaveLength(1);
  });
});

describe('A delivery', () => {
  it.each([
    ['before it stored the rows', { service: 's3', operation: 'PutObject', nth: 1, action: 'crash-before' }],
    [
      'before it recorded the version',
      { service: 'dynamodb', operation: 'TransactWriteItems', nth: 2, action: 'crash-before' },
    ],
  ])('whose worker dies %s is checked again by another, and ends once, complete', async (when, fault) => {
    const rows = (await seedFile('grand-bend', 'disciplineIncidents')).trimEnd().split('\n');
    const text = when.includes('stored') ? rows.slice(1) : rows;
    system.runtime.faults.set([{ caller: 'ingest-upload', ...fault }]);
    const ended = deliver(await system.as('grand-bend-admin'), grandBend, 'disciplineIncidents', text.join('\n'));
    await workerLost();
    expect(await ended).toMatchObject({ status: 'ACCEPTED', rows: text.length, problems: [] });
  });
});

import { beforeAll, expect, inject, test } from 'vitest';
import { dataComparer } from '../../functions/api/validation/data-comparer.ts';
import { findingsReader, reportWriter } from '../../functions/api/validation/findings-engine.ts';
import { workFolders } from '../../shared/adapters/system/work-folders.ts';
import { runPublishTask } from '../../shared/application/flows/publish/tasks.ts';
import { certificationEventId, userId } from '../../shared/kernel/ids.ts';
import { seedSmallState } from '../builders/small-state.ts';
import { moment } from '../builders/time.ts';
import { inMemoryObjects } from '../fakes/in-memory-objects.ts';
import { inProcessApi } from '../fakes/in-process-api.ts';
import { settableClock } from '../fakes/settable-clock.ts';
import { inProcessRules } from '../fakes/in-process-rules.ts';
import { tardinessBody } from '../fakes/small-state.ts';
import { firstAlert } from './access-patterns/example.ts';
import { type MeteredRequest, meterOf } from './engine/meter.ts';
import { openNewTable, portsOver } from './engine/open-dynamodb.ts';

let ask: ReturnType<typeof inProcessApi>;
let requests: MeteredRequest[];
let id: string;

/** A certification event that two districts work on, one with runs that wait, over a table that keeps account. */
beforeAll(async () => {
  const { client, table } = await openNewTable(inject('dynamoDbEndpoint'));
  const clock = settableClock(moment('2026-05-05'));
  const ports = portsOver(table, clock);
  await seedSmallState(ports);
  const world = {
    folders: workFolders(),
    findings: findingsReader(),
    reports: reportWriter(),
    comparer: dataComparer(),
    rules: inProcessRules(),
  };
  ask = inProcessApi({ ...ports, ...world, objects: inMemoryObjects(clock) });
  id = (await ask('admin', 'POST', '/v1/certification-events', { body: tardinessBody })).body.id;
  await ask('admin', 'POST', `/v1/certification-events/${id}/publish`, { body: {} });
  const task = { certificationEventId: certificationEventId(id), revision: 1, execution: 'seed' };
  await runPublishTask(ports, { task: 'create-participants', ...task, chunk: 0 });
  await runPublishTask(ports, { task: 'flip', ...task });
  await ask('ana', 'POST', `/v1/certifications/${id}/255903/start`);
  for (const step of ['district-validation', 'state-validation'])
    await ask('ana', 'POST', `/v1/certifications/${id}/255903/steps/${step}/runs`, { body: {} });
  await ports.journal.postAlert({ ...firstAlert, userId: userId('ana') }, null);
  await ports.store.cursorKey();
  requests = meterOf(client);
});

const nameOf = ({ wire }: MeteredRequest): string => JSON.stringify(wire.Key ?? {});

/** Who asks, in which agency, and the key that signs cursors: read in every request, whatever it shows. */
const isBesides = (request: MeteredRequest): boolean =>
  request.operation === 'GetItem' && /"(USER#|AGENCY|CURSOR-KEY)/.test(nameOf(request));

const event = (rest = '') => `/v1/certification-events/${id}${rest}`;
const certification = (rest = '') => `/v1/certifications/${id}/255903${rest}`;

/** Screen, who opens it, where, and what it may ask of the table at most: queries, reads by key, read units. */
const screens: readonly (readonly [
  screen: string,
  user: string,
  path: () => string,
  query: string,
  queries: number,
  reads: number,
  units: number,
])[] = [
  ['the state’s list', 'admin', () => '/v1/certification-events', 'name=tard&status=PUBLISHED', 1, 0, 0.5],
  ['the editor', 'admin', () => event(), '', 2, 4, 6],
  ['the viewer: certification status', 'april', () => event('/participants'), 'status=IN_PROGRESS&sort=-name', 1, 1, 2],
  ['the viewer: one participant', 'april', () => event('/participants/255903'), '', 0, 2, 2],
  ['the viewer: snapshots', 'april', () => event('/snapshots'), '', 2, 1, 2],
  ['the viewer: audit trail', 'april', () => event('/audit'), '', 1, 1, 2.5],
  [
    'the district’s list',
    'ana',
    () => '/v1/certifications',
    'eventName=tard&userStatus=INCOMPLETE&year=25-26',
    1,
    1,
    1.5,
  ],
  ['the wizard', 'ana', () => certification(), '', 1, 7, 8.5],
  ['the wizard: report queue', 'ana', () => certification('/runs'), '', 2, 2, 3],
  ['the wizard: history', 'ana', () => certification('/history'), '', 1, 2, 2.5],
  ['the queue', 'ana', () => '/v1/runs', 'status=QUEUED', 2, 2, 3],
  ['the Message Center', 'ana', () => '/v1/alerts', 'process=Batch Report Complete', 1, 0, 1],
];

test.each(screens)(
  '%s is one request of the API and cheap',
  async (_screen, user, path, query, queries, reads, units) => {
    requests.length = 0;
    const answer = await ask(user, 'GET', path(), { query });
    expect(answer.status).toBe(200);
    expect(answer.body.items ?? [answer.body]).not.toEqual([]);
    const own = requests.filter((request) => !isBesides(request));
    const count = (operation: RegExp): number => own.filter((request) => operation.test(request.operation)).length;
    expect(queries).toBeLessThanOrEqual(2);
    expect({ queries: count(/^Query$/), reads: count(/^(GetItem|BatchGetItem)$/) }).toEqual({ queries, reads });
    expect(own).toHaveLength(queries + reads);
    expect(own.reduce((sum, { readUnits }) => sum + readUnits, 0)).toBeLessThanOrEqual(units);
  },
);

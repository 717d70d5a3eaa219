import { dataComparer } from '../../../functions/api/validation/data-comparer.ts';
import { findingsReader, reportWriter } from '../../../functions/api/validation/findings-engine.ts';
import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import { runPublishTask } from '../../../shared/application/flows/publish/tasks.ts';
import { certificationEventId, userId } from '../../../shared/kernel/ids.ts';
import { seedSmallState } from '../../builders/small-state.ts';
import { tardinessBody } from '../../builders/tardiness-body.ts';
import { moment } from '../../builders/time.ts';
import { inMemoryObjects } from '../../fakes/in-memory-objects.ts';
import { inProcessApi } from '../../fakes/in-process-api.ts';
import { inProcessRules } from '../../fakes/in-process-rules.ts';
import { settableClock } from '../../fakes/settable-clock.ts';
import { firstAlert } from '../access-patterns/example.ts';
import { type MeteredRequest, meterOf } from '../engine/meter.ts';
import { openNewTable, portsOver } from '../engine/open-dynamodb.ts';
import type { Screen } from './screens.ts';

const nameOf = ({ wire }: MeteredRequest): string => JSON.stringify(wire.Key ?? {});

/** Who asks, in which agency, and the key that signs cursors: read in every request, whatever it shows. */
const isBesides = (request: MeteredRequest): boolean =>
  request.operation === 'GetItem' && /"(USER#|AGENCY|CURSOR-KEY)/.test(nameOf(request));

export interface ScreenAccount {
  readonly status: number;
  /** What it shows; a screen without a list shows one thing. */
  readonly items: readonly unknown[];
  readonly queries: number;
  readonly reads: number;
  /** Requests of any other kind: a screen has none. */
  readonly others: number;
  readonly units: number;
}

/** Opens a screen, and says what it asked of the table besides reading who asks. */
export type OpenScreen = (screen: Screen) => Promise<ScreenAccount>;

/** A certification event that two districts work on, one with runs that wait, over a table that keeps account. */
export const openSeedScreens = async (dynamoDbEndpoint: string): Promise<OpenScreen> => {
  const { client, table } = await openNewTable(dynamoDbEndpoint);
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
  const ask = inProcessApi({ ...ports, ...world, objects: inMemoryObjects(clock) });
  const id: string = (await ask('admin', 'POST', '/v1/certification-events', { body: tardinessBody })).body.id;
  await ask('admin', 'POST', `/v1/certification-events/${id}/publish`, { body: {} });
  const task = { certificationEventId: certificationEventId(id), revision: 1, execution: 'seed' };
  await runPublishTask(ports, { task: 'create-participants', ...task, chunk: 0 });
  await runPublishTask(ports, { task: 'flip', ...task });
  await ask('ana', 'POST', `/v1/certifications/${id}/255903/start`);
  for (const step of ['district-validation', 'state-validation'])
    await ask('ana', 'POST', `/v1/certifications/${id}/255903/steps/${step}/runs`, { body: {} });
  await ports.journal.postAlert({ ...firstAlert, userId: userId('ana') }, null);
  await ports.store.cursorKey();
  const requests = meterOf(client);
  return async ({ user, path, query }) => {
    requests.length = 0;
    const { status, body } = await ask(user, 'GET', path(id), { query });
    const own = requests.filter((request) => !isBesides(request));
    const count = (operation: RegExp): number => own.filter((request) => operation.test(request.operation)).length;
    const [queries, reads] = [count(/^Query$/), count(/^(GetItem|BatchGetItem)$/)];
    const units = own.reduce((sum, { readUnits }) => sum + readUnits, 0);
    return { status, items: body.items ?? [body], queries, reads, others: own.length - queries - reads, units };
  };
};

import { countingJournal, countingUnitOfWork } from '../../shared/application/metrics/counting.ts';
import type { Measure, Meter } from '../../shared/application/ports/meter.ts';
import type { OutboxMessage } from '../../shared/application/outbox.ts';
import { runSnapshotTask } from '../../shared/application/flows/snapshot/tasks.ts';
import { executeRun } from '../../shared/application/runs/execute-run.ts';
import { planPublication } from '../../shared/application/flows/publish/plan.ts';
import { runPublishTask } from '../../shared/application/flows/publish/tasks.ts';
import { dataComparer } from '../../functions/api/validation/data-comparer.ts';
import { findingsReader, reportWriter } from '../../functions/api/validation/findings-engine.ts';
import { duckDbSchoolRows } from '../../functions/flow/snapshot/duckdb-school-rows.ts';
import { expect, onTestFinished } from 'vitest';
import { workFolders } from '../../shared/adapters/system/work-folders.ts';
import { snapshotTask } from '../../shared/contracts/workflows/snapshot.ts';
import { certificationEventId, type RunId } from '../../shared/kernel/ids.ts';
import { seedSmallState } from '../builders/small-state.ts';
import { tardinessBody } from '../builders/tardiness-body.ts';
import { moment } from '../builders/time.ts';
import { type CannedFinding, cannedEngine } from './canned-engine.ts';
import { countingIds } from './counting-ids.ts';
import { emptyData } from './in-memory-data.ts';
import { inMemoryObjects } from './in-memory-objects.ts';
import { inMemoryPorts } from './in-memory-ports.ts';
import { rowsOf } from './in-memory-rows.ts';
import { inProcessApi } from './in-process-api.ts';
import { inProcessRules } from './in-process-rules.ts';
import { settableClock } from './settable-clock.ts';
import { unsoundIn } from './sound.ts';

type Start = Extract<OutboxMessage, { readonly type: 'START_EXECUTION' }>;

const publication = (input: unknown): { readonly certificationEventId: string; readonly revision: number } =>
  JSON.parse(JSON.stringify(input));

/**
 * The small state with every door of the API open in this process, over fakes that behave as the table does. Whatever a test
 * does with it, it must leave it sound.
 */
export const aSmallState = async (now: string, engineChild?: string) => {
  const clock = settableClock(moment(now));
  const data = emptyData();
  const plain = inMemoryPorts({ clock, ids: countingIds() }, data);
  const counted: (Measure & { readonly kind?: string | undefined })[] = [];
  const meter: Meter = {
    count: (measures, _at, kind) => void counted.push(...measures.map((one) => ({ ...one, kind }))),
  };
  const ports = {
    ...plain,
    unitOfWork: countingUnitOfWork(plain.unitOfWork, meter),
    journal: countingJournal(plain.journal, meter),
  };
  const stored = new Map<string, Buffer>();
  const objects = inMemoryObjects(clock, stored);
  await seedSmallState(ports);
  const started = (machine: Start['machine']): readonly Start[] =>
    [...data.outbox.values()]
      .map(({ row }) => row.message)
      .filter((message) => message.type === 'START_EXECUTION')
      .filter((message) => message.machine === machine);
  const unsound = () => unsoundIn(rowsOf(data), { clock, objects });
  // With an engine of its own it is made for a whole file and outlives each test: nobody is asked afterwards.
  if (engineChild === undefined) onTestFinished(async () => expect(await unsound()).toEqual([]));
  const engine = { findings: findingsReader(), reports: reportWriter(), rules: inProcessRules(engineChild) };
  const files = { objects, folders: workFolders(), comparer: dataComparer(), schoolRows: duckDbSchoolRows() };
  const all = { ...ports, ...files, ...engine };
  return {
    ask: inProcessApi(all),
    ports: all,
    data,
    /** What was counted of the business. */
    counted,
    /** The stored objects by key. */
    stored,
    /** Nobody waits here: what a flow would be told is told to nobody. */
    workflows: { start: async () => undefined, answer: async () => undefined },
    /** What a client does with the link it was given. */
    deliver: (url: string, content: string) => stored.set(url.replace('memory://', ''), Buffer.from(content)),
    clock,
    started,
    /** Works on a run as the worker does; it finds what is given. */
    validate: async (id: RunId, findings: readonly CannedFinding[] = []): Promise<void> => {
      await executeRun(
        { ...all, engine: cannedEngine(findings), leases: ports.leases },
        id,
        'worker',
        new AbortController().signal,
      );
    },
    /** Does what the snapshot machine would do for everything that was begun. */
    takeSnapshots: async (): Promise<void> => {
      for (const { name, input } of started('snapshot')) {
        const common = { ...JSON.parse(JSON.stringify(input)), execution: name };
        const plan = await runSnapshotTask(all, snapshotTask.parse({ task: 'plan', ...common }));
        const { chunks } = JSON.parse(JSON.stringify(plan));
        for (const { key, chunk } of chunks)
          await runSnapshotTask(all, snapshotTask.parse({ task: 'take', ...common, key, chunk }));
        await runSnapshotTask(all, snapshotTask.parse({ task: 'finish', ...common }));
      }
    },
    /** Does what the publish machine would do for everything that was begun. */
    runFlows: async (): Promise<void> => {
      for (const { name, input } of started('publish')) {
        const { certificationEventId: id, revision } = publication(input);
        const task = { certificationEventId: certificationEventId(id), revision, execution: name };
        const { chunks } = await planPublication(ports, { task: 'plan', ...task });
        for (const { chunk } of chunks) await runPublishTask(ports, { task: 'create-participants', ...task, chunk });
        await runPublishTask(ports, { task: 'flip', ...task });
      }
    },
  };
};

export type SmallState = Awaited<ReturnType<typeof aSmallState>>;

/** Student Tardiness, published to both districts; its id. */
export const publishTardiness = async ({ ask, runFlows }: SmallState): Promise<string> => {
  const made = await ask('admin', 'POST', '/v1/certification-events', { body: tardinessBody });
  const id: string = made.body.id;
  await ask('admin', 'POST', `/v1/certification-events/${id}/publish`, { body: {} });
  await runFlows();
  return id;
};

import { writeFile } from 'node:fs/promises';
import { dataComparer } from '../../../functions/api/validation/data-comparer.ts';
import { duckDbSchoolRows } from '../../../functions/flow/snapshot/duckdb-school-rows.ts';
import { findingsReader } from '../../../functions/api/validation/findings-engine.ts';
import { doNotifyWork } from '../../../shared/application/notifications/work.ts';
import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import type { MachineName } from '../../../shared/application/outbox.ts';
import type { ReportWriter } from '../../../shared/application/ports/engine.ts';
import { deliver } from '../../../shared/application/relay/deliver.ts';
import { sweep } from '../../../shared/application/sweep/sweep.ts';
import { systemCaller } from '../../../shared/application/system-caller.ts';
import { fireTimer } from '../../../shared/application/timers/fire.ts';
import { runApprovalTask } from '../../../shared/application/flows/approval/tasks.ts';
import { runPublishTask } from '../../../shared/application/flows/publish/tasks.ts';
import { runSnapshotTask } from '../../../shared/application/flows/snapshot/tasks.ts';
import { approvalTask } from '../../../shared/contracts/workflows/approval.ts';
import { publishTask } from '../../../shared/contracts/workflows/publish.ts';
import { snapshotTask } from '../../../shared/contracts/workflows/snapshot.ts';
import type { RunId } from '../../../shared/kernel/ids.ts';
import { millisOf } from '../../../shared/kernel/instant.ts';
import { attendance } from '../../builders/people.ts';
import { moment } from '../../builders/time.ts';
import { countingIds } from '../../fakes/counting-ids.ts';
import { emptyData } from '../../fakes/in-memory-data.ts';
import { inMemoryObjects } from '../../fakes/in-memory-objects.ts';
import { inMemoryPorts } from '../../fakes/in-memory-ports.ts';
import { inProcessRules } from '../../fakes/in-process-rules.ts';
import { inProcessApi } from '../../fakes/in-process-api.ts';
import { rowsOf } from '../../fakes/in-memory-rows.ts';
import { settableClock } from '../../fakes/settable-clock.ts';
import { takenBack } from '../../fakes/taken-back.ts';
import { unsoundIn } from '../../fakes/sound.ts';
import { groups } from './people.ts';
import { seedModelState } from './seed-people.ts';
import { ruleIds, seedLibrary } from './library.ts';
import type { Played, Question, Reply, Setting } from './played.ts';
import { workersOf } from './workers.ts';

/** Nobody reads these reports: that they were asked for is what counts. */
const emptyReports: ReportWriter = {
  write: async (_format, header, _results, _findings, target) => writeFile(target, header.title),
  writeTables: async (_format, header, _tables, target) => writeFile(target, header.title),
};

/** The sweeper comes round every five minutes. */
const sweepMillis = 300_000;

type Execution = { readonly machine: MachineName; readonly name: string; readonly input: unknown };

const plainOf = (value: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(value));

/** The whole product in this process, over the contract-tested fakes: its relay, workflows, timers and workers are real. */
export const playedInProcess = async (start: string, setting: Setting): Promise<Played> => {
  const clock = settableClock(moment(start));
  const data = emptyData();
  const objects = inMemoryObjects(clock);
  const table = inMemoryPorts({ clock, ids: countingIds() }, data);
  await seedModelState(table, setting);
  await seedLibrary(table, setting);
  const executions = new Map<string, Execution>();
  const begun: Execution[] = [];
  const answered: { readonly token: string; readonly outcome: unknown }[] = [];
  const runs: RunId[] = [];
  let snapshotsFail = false;
  const timers = new Map<string, { readonly version: number; readonly dueAt: number }>();
  const ports = {
    ...table,
    objects,
    folders: workFolders(),
    schoolRows: duckDbSchoolRows(),
    findings: findingsReader(),
    reports: emptyReports,
    comparer: dataComparer(),
    rules: inProcessRules(),
    origin: 'https://attest.example.gov',
    workflows: {
      start: async (machine: MachineName, name: string, input: unknown) => {
        if (executions.has(name)) return;
        executions.set(name, { machine, name, input });
        begun.push({ machine, name, input });
      },
      answer: async (token: string, output: unknown) => {
        answered.push({ token, outcome: plainOf(output)['outcome'] });
      },
    },
    queues: {
      sendRun: async ({ runId }: { readonly runId: RunId }) => {
        runs.push(runId);
      },
      sendIngest: async () => undefined,
      sendNotification: async (work: Parameters<typeof doNotifyWork>[1]): Promise<void> => doNotifyWork(ports, work),
    },
    schedules: {
      arm: async (id: string, version: number, dueAt: Parameters<typeof millisOf>[0]) => {
        timers.set(id, { version, dueAt: millisOf(dueAt) });
      },
      disarm: async (id: string, version: number) => {
        if (timers.get(id)?.version === version) timers.delete(id);
      },
    },
    signInDirectory: { enable: async () => undefined, disable: async () => undefined },
    mail: { send: async () => undefined },
  };

  const tick = (): number => {
    clock.advance(0.001);
    return millisOf(clock.now());
  };

  const relay = async (): Promise<void> => {
    for (const [id, { row }] of data.outbox) {
      if (row.status !== 'PENDING') continue;
      const delivery = await deliver(ports, id);
      if (delivery !== 'SENT')
        throw new Error(`message ${id} is ${delivery}: ${data.outbox.get(id)?.row.problem ?? ''}`);
    }
    data.outbox.clear();
  };

  const walk = async ({ machine, name, input }: Execution): Promise<void> => {
    const common = { ...plainOf(input), execution: name };
    if (machine === 'publish') {
      const planned = plainOf(await runPublishTask(ports, publishTask.parse({ task: 'plan', ...common })));
      for (const one of listOf(planned['chunks']))
        await runPublishTask(ports, publishTask.parse({ task: 'create-participants', ...common, ...one }));
      await runPublishTask(ports, publishTask.parse({ task: 'flip', ...common }));
    } else if (machine === 'snapshot' && snapshotsFail && !name.includes('.again-')) {
      const error = 'no space';
      await runSnapshotTask(ports, snapshotTask.parse({ task: 'record-failure', ...common, error }));
    } else if (machine === 'snapshot') {
      const planned = plainOf(await runSnapshotTask(ports, snapshotTask.parse({ task: 'plan', ...common })));
      for (const one of listOf(planned['chunks']))
        await runSnapshotTask(ports, snapshotTask.parse({ task: 'take', ...common, ...one }));
      await runSnapshotTask(ports, snapshotTask.parse({ task: 'finish', ...common }));
    } else {
      await runApprovalTask(ports, approvalTask.parse({ task: 'tell-approvers', ...common }));
      await runApprovalTask(ports, approvalTask.parse({ task: 'await-decision', ...common, token: name }));
    }
  };

  const conclude = async (token: string, outcome: unknown): Promise<void> => {
    const common = { ...plainOf(executions.get(token)?.input), execution: token, outcome };
    await runApprovalTask(ports, approvalTask.parse({ task: 'conclude', ...common }));
    if (outcome === 'APPROVED' || outcome === 'RETURNED')
      await runApprovalTask(ports, approvalTask.parse({ task: 'tell-members', ...common }));
  };

  const flows = async (): Promise<void> => {
    for (;;) {
      await relay();
      const next = begun.shift();
      const done = answered.shift();
      if (next === undefined && done === undefined) return;
      if (next !== undefined) await walk(next);
      if (done !== undefined) await conclude(done.token, done.outcome);
    }
  };

  const workers = workersOf(ports, runs);

  const moveTo = async (millis: number): Promise<void> => {
    clock.advance((millis - millisOf(clock.now())) / 1000);
    for (const [id, { version, dueAt }] of [...timers]) {
      if (dueAt > millis) continue;
      timers.delete(id);
      await fireTimer(ports, await systemCaller(ports, 'schedule', id), id, version);
    }
    await flows();
  };

  const api = inProcessApi(ports);
  const ask = async ({ by, method, path, body }: Question): Promise<Reply> => {
    const headers = method === 'PUT' || method === 'PATCH' || method === 'DELETE' ? { 'if-match': '*' } : {};
    const { status, body: answer } = await api(by, method, path, body === undefined ? { headers } : { headers, body });
    return { status, body: answer };
  };

  return {
    zone: 'America/Denver',
    place: {
      categoryId: attendance,
      reportingYear: 2026,
      groupIds: new Map(groups.map((name) => [name, name])),
      ruleIds,
      setting,
    },
    now: () => millisOf(clock.now()),
    nextMoment: tick,
    ask,
    tryOut: (question) => takenBack(data, () => ask(question)),
    flows: async () => {
      tick();
      await flows();
    },
    failingFlows: async () => {
      tick();
      snapshotsFail = true;
      await flows();
      snapshotsFail = false;
    },
    work: async (outcome) => {
      tick();
      await flows();
      await workers.work(outcome);
      await relay();
    },
    hang: async () => {
      tick();
      await flows();
      await workers.hang();
      await relay();
    },
    late: async () => {
      tick();
      await workers.late();
      await flows();
    },
    sweep: async () => {
      await moveTo(millisOf(clock.now()) + sweepMillis);
      const { failed, damaged } = await sweep(ports);
      if (failed > 0 || damaged.length > 0) throw new Error(`the sweeper could not do ${failed} things`);
      await flows();
    },
    moveTo,
    unsound: async () => {
      // Nobody is left at work when all is judged.
      await workers.late();
      return unsoundIn(rowsOf(data), { clock, objects });
    },
  };
};

const listOf = (value: unknown): readonly object[] => (Array.isArray(value) ? value.map((one) => Object(one)) : []);

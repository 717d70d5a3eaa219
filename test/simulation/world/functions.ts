import { writeFile } from 'node:fs/promises';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { dataComparer } from '../../../functions/api/validation/data-comparer.ts';
import { findingsReader } from '../../../functions/api/validation/findings-engine.ts';
import { duckDbSchoolRows } from '../../../functions/flow/snapshot/duckdb-school-rows.ts';
import { giveUp } from '../../../functions/worker/dead-letters/give-up.ts';
import { work as ingest } from '../../../functions/worker/ingest-upload/work.ts';
import { failHopeless } from '../../../functions/worker/run-validation/fail-hopeless.ts';
import { validate } from '../../../functions/worker/run-validation/validate.ts';
import { createSignInDirectory } from '../../../shared/adapters/cognito/sign-in-directory.ts';
import { createDueList } from '../../../shared/adapters/dynamodb/due-list.ts';
import { createJournal } from '../../../shared/adapters/dynamodb/journal.ts';
import { outboxIdOf } from '../../../shared/adapters/dynamodb/keys.ts';
import { createLeases } from '../../../shared/adapters/dynamodb/leases.ts';
import { createOutboxRows } from '../../../shared/adapters/dynamodb/outbox-rows.ts';
import { createStore } from '../../../shared/adapters/dynamodb/store.ts';
import { openTable } from '../../../shared/adapters/dynamodb/table.ts';
import { createTableRows } from '../../../shared/adapters/dynamodb/table-rows.ts';
import { createUnitOfWork } from '../../../shared/adapters/dynamodb/unit-of-work.ts';
import { createWaits } from '../../../shared/adapters/dynamodb/waits.ts';
import { createObjectStore } from '../../../shared/adapters/s3/object-store.ts';
import { createSchedules } from '../../../shared/adapters/scheduler/schedules.ts';
import { createMail } from '../../../shared/adapters/ses/mail.ts';
import { createQueues } from '../../../shared/adapters/sqs/queues.ts';
import { createWorkflows } from '../../../shared/adapters/stepfunctions/workflows.ts';
import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import { runApprovalTask } from '../../../shared/application/flows/approval/tasks.ts';
import { runPublishTask } from '../../../shared/application/flows/publish/tasks.ts';
import { runSnapshotTask } from '../../../shared/application/flows/snapshot/tasks.ts';
import { doNotifyWork } from '../../../shared/application/notifications/work.ts';
import type { ReportWriter, ValidationEngine } from '../../../shared/application/ports/engine.ts';
import type { Ingester } from '../../../shared/application/ports/ingester.ts';
import type { Clock, Ids, ObjectStore } from '../../../shared/application/ports/world.ts';
import { deliver } from '../../../shared/application/relay/deliver.ts';
import { sealAll } from '../../../shared/application/sweep/seal-all.ts';
import { sweep } from '../../../shared/application/sweep/sweep.ts';
import { systemCaller } from '../../../shared/application/system-caller.ts';
import { fireTimer } from '../../../shared/application/timers/fire.ts';
import { deadLetter } from '../../../shared/contracts/messages/dead-letter.ts';
import { ingestWork } from '../../../shared/contracts/messages/ingest.ts';
import { notifyMessage } from '../../../shared/contracts/messages/notify.ts';
import { runMessage } from '../../../shared/contracts/messages/run.ts';
import { timerMessage } from '../../../shared/contracts/messages/timer.ts';
import { operations } from '../../../shared/contracts/operations.ts';
import { approvalTask } from '../../../shared/contracts/workflows/approval.ts';
import { publishTask } from '../../../shared/contracts/workflows/publish.ts';
import { snapshotTask } from '../../../shared/contracts/workflows/snapshot.ts';
import { apiHandler } from '../../../shared/runtime/http/api-handler.ts';
import { findCaller } from '../../../shared/runtime/http/find-caller.ts';
import { unknownRoute } from '../../../shared/runtime/http/unknown-route.ts';
import { scheduleHandler } from '../../../shared/runtime/schedule-handler.ts';
import { streamHandler } from '../../../shared/runtime/stream-handler.ts';
import { taskHandler } from '../../../shared/runtime/task-handler.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';
import { allDoors } from '../../fakes/in-process-api.ts';
import { tokensHere, trustedHere } from '../../fakes/tokens.ts';
import { inProcessRules } from '../../fakes/in-process-rules.ts';
import { transferring } from './actors.ts';
import type { Clients } from './clients.ts';
import { machineArns } from './flows.ts';

/** Nobody reads these reports: that they are durable before they are vouched for is what counts. */
const briefReports: ReportWriter = {
  write: async (_format, header, _results, _findings, target) => writeFile(target, header.title),
  writeTables: async (_format, header, _tables, target) => writeFile(target, header.title),
};

const withTransfers = (objects: ObjectStore): ObjectStore => ({
  ...objects,
  putFile: (...given) => transferring(() => objects.putFile(...given)),
});

export interface Surroundings {
  readonly clients: Clients;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly engine: ValidationEngine;
  readonly ingester: Ingester;
}

const buckets = { data: 'data', reports: 'reports', uploads: 'uploads' };
const urls = {
  run: 'https://queues/0/run',
  'run-large': 'https://queues/0/run-large',
  ingest: 'https://queues/0/ingest',
  'ingest-large': 'https://queues/0/ingest-large',
  notify: 'https://queues/0/notify',
};
const target = { functionArn: 'arn:fire', roleArn: 'arn:role', deadLetterQueueArn: 'arn:dead' };
const pause = async () => {};

/** Every port, made of the real adapters. */
export const portsOf = ({ clients, clock, ids, engine, ingester }: Surroundings) => {
  const table = openTable('attest', clients.table, pause);
  return {
    clock,
    ids,
    engine,
    ingester,
    store: createStore(table),
    unitOfWork: createUnitOfWork({ table, clock, ids }),
    journal: createJournal({ table }),
    outboxRows: createOutboxRows(table),
    leases: createLeases(table),
    waits: createWaits(table),
    dueList: createDueList(table),
    tableRows: createTableRows(table),
    objects: withTransfers(createObjectStore({ client: clients.objects, buckets, clock, pause })),
    queues: createQueues({ client: clients.queues, urls }),
    workflows: createWorkflows({ client: clients.flows, machines: machineArns }),
    schedules: createSchedules({ client: clients.schedules, groupName: 'default', target }),
    mail: createMail({ client: clients.mail, from: 'attest@example.gov' }),
    signInDirectory: createSignInDirectory({ client: clients.signIn, userPoolId: 'pool' }),
    folders: workFolders(),
    schoolRows: duckDbSchoolRows(),
    findings: findingsReader(),
    comparer: dataComparer(),
    reports: briefReports,
    rules: inProcessRules(),
    origin: 'https://attest.example.gov',
  };
};

export type SimulatedPorts = ReturnType<typeof portsOf>;

/** The functions as their doors put them together, over these ports. */
export const functionsOf = (ports: SimulatedPorts) => ({
  api: apiHandler(allDoors(ports), findCaller({ ...ports, tokens: tokensHere }, trustedHere), unknownRoute(operations)),
  relay: streamHandler((partitionKey) => deliver(ports, outboxIdOf(partitionKey))),
  fire: scheduleHandler(timerMessage, async ({ timerId, version }) =>
    fireTimer(ports, await systemCaller(ports, 'schedule', timerId), timerId, version),
  ),
  sweep: scheduleHandler(z.unknown(), () => sweep(ports)),
  seal: scheduleHandler(z.unknown(), () => sealAll(ports)),
  workers: {
    run: workerHandler(runMessage, {
      work: ({ runId }, delivery) => validate(ports, runId, delivery),
      settle: ({ runId }, fault) => failHopeless(ports, runId, fault),
    }),
    notify: workerHandler(notifyMessage, { work: (message) => doNotifyWork(ports, message) }),
    ingest: workerHandler(ingestWork, { work: (message) => ingest(ports, message) }),
    'run-dead': workerHandler(deadLetter, { work: (message) => giveUp(ports, message) }),
    'ingest-dead': workerHandler(deadLetter, { work: (message) => giveUp(ports, message) }),
  },
  tasks: {
    publish: taskHandler(publishTask, (task) => runPublishTask(ports, task)),
    snapshot: taskHandler(snapshotTask, (task) => runSnapshotTask(ports, task)),
    approval: taskHandler(approvalTask, (task) => runApprovalTask(ports, task)),
  },
});

export type SimulatedFunctions = ReturnType<typeof functionsOf>;

const record = (messageId: string, body: string): SQSRecord => ({
  messageId,
  body,
  receiptHandle: messageId,
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 'simulated',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:queue',
  awsRegion: 'us-east-1',
});

export const batchOf = (messageId: string, body: string): SQSEvent => ({ Records: [record(messageId, body)] });

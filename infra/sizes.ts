import { Duration } from 'aws-cdk-lib';
import type { FunctionName } from './functions.ts';

export interface Size {
  /** MB; a Lambda function gets one processor at 1,769. */
  readonly memory: number;
  readonly timeout: Duration;
  /** MB of disk for files; absent: the 512 that every function has. */
  readonly storage?: number;
  /** Instances at once, reserved; all together they stay far below an account's 1,000. */
  readonly concurrency: number;
}

const size = (memory: number, seconds: number, concurrency: number): Size => ({
  memory,
  timeout: Duration.seconds(seconds),
  concurrency,
});

// The gateway gives up at 30 s: a function that goes on would answer nobody.
const request = size(1_024, 29, 50);
const task = size(1_024, 120, 20);
const light = size(512, 60, 10);

/** A file of five gigabytes, what it becomes, and what does not fit into memory meanwhile: all that a function can have. */
const mostStorage = 10_240;

/** An engine process of 512 MB needs 2.0 GB of address space (ruling Q); its time-out decides the queues' visibility. */
const engine: Size = { ...size(2_560, 240, 40), storage: mostStorage };

export const sizes: Readonly<Record<FunctionName, Size>> = {
  'api-events': request,
  'api-certifications': request,
  'api-validation': { ...request, memory: 2_560, storage: mostStorage },
  'api-datasets': request,
  'api-directory': request,
  'api-reports': request,
  'flow-publish': task,
  // Takes the rows of schools out of their district's files: memory as for an engine.
  'flow-snapshot': { ...task, memory: 2_560, storage: mostStorage },
  'flow-approval': task,
  'worker-run-validation': engine,
  // For the biggest districts of a state: what they wait for is not the fan-out but themselves. All that a function can have.
  'worker-run-validation-large': { ...engine, memory: 10_240, concurrency: 10 },
  'worker-ingest-upload': { ...engine, concurrency: 10 },
  'worker-ingest-upload-large': { ...engine, memory: 10_240, concurrency: 5 },
  'worker-deliver-notifications': light,
  'worker-dead-letters': { ...light, concurrency: 2 },
  'stream-relay-outbox': light,
  'schedule-fire': light,
  // One ledger: a second writer would make the same seals.
  'schedule-seal': { ...light, memory: 1_024, timeout: Duration.seconds(600), concurrency: 1 },
  // One cleaner at a time; a district after the other, whatever is left is left for tomorrow.
  'schedule-clean': { ...light, timeout: Duration.seconds(600), concurrency: 1 },
  // Reads every run of a certification event, and takes away what it made: a big state's needs minutes, once.
  'schedule-retention': { ...light, memory: 1_024, timeout: Duration.seconds(900), concurrency: 1 },
  // An engine as for a run, over one part after the other; whatever is left is left for the next hour.
  'schedule-compact': { ...engine, timeout: Duration.seconds(900), concurrency: 1 },
  // One sweep at a time: a second one would only find the same rows.
  'schedule-sweep': { ...light, timeout: Duration.seconds(240), concurrency: 1 },
};

import type { Construct } from 'constructs';
import { watch } from '../constructs/alarm.ts';
import { countedMetric } from '../constructs/counted-metric.ts';
import { feedFromQueue } from '../constructs/event-sources.ts';
import { answerWaits } from '../constructs/flow.ts';
import { use } from '../constructs/use.ts';
import { receiveFrom, type WorkQueue } from '../constructs/work-queue.ts';
import { sizes } from '../sizes.ts';
import { doorIn, type Surroundings } from './surroundings.ts';

const received = ({ queue }: WorkQueue) => receiveFrom(queue);

/** The workers behind the queues, and the one that turns a dead message into a failed job with a reason. */
export const workerDoors = (scope: Construct, around: Surroundings): void => {
  const { data, uploads, house } = around;
  const { table, runQueue, largeRunQueue, ingestQueue, largeIngestQueue, notifyQueue } = data;
  const door = doorIn(scope, around);

  const runWorker = (name: 'worker-run-validation' | 'worker-run-validation-large', queue: WorkQueue) =>
    door(
      name,
      received(queue),
      table.commit('GSI1'),
      data.data.read('lanes/', 'snapshots/'),
      data.reports.create('runs/'),
      use({ ENGINE_SIZE: queue === largeRunQueue ? 'LARGE' : 'SMALL' }),
    );
  const runs = runWorker('worker-run-validation', runQueue);
  const largeRuns = runWorker('worker-run-validation-large', largeRunQueue);
  const ingestWorker = (name: 'worker-ingest-upload' | 'worker-ingest-upload-large', queue: WorkQueue) =>
    door(
      name,
      received(queue),
      table.commit('GSI1', 'GSI2'),
      uploads.read('uploads/'),
      uploads.find('drop/'),
      data.data.read('lanes/'),
      data.data.create('lanes/'),
      uploads.create('refused/'),
      use({ PUBLIC_ORIGIN: around.origin, ENGINE_SIZE: queue === largeIngestQueue ? 'LARGE' : 'SMALL' }),
    );
  const ingests = ingestWorker('worker-ingest-upload', ingestQueue);
  const largeIngests = ingestWorker('worker-ingest-upload-large', largeIngestQueue);
  const notifications = door(
    'worker-deliver-notifications',
    received(notifyQueue),
    notifyQueue.send(),
    table.commit('GSI1', 'GSI2'),
    data.data.create('seals/'),
    answerWaits(scope, house.stage),
    use({ PUBLIC_ORIGIN: around.origin }),
  );
  const dead = {
    DeadRuns: runQueue.deadLetters.queue,
    DeadLargeRuns: largeRunQueue.deadLetters.queue,
    DeadUploads: ingestQueue.deadLetters.queue,
    DeadLargeUploads: largeIngestQueue.deadLetters.queue,
  };
  const deadLetters = door(
    'worker-dead-letters',
    table.commit('GSI1', 'GSI2'),
    use({ PUBLIC_ORIGIN: around.origin }),
    ...Object.values(dead).map(receiveFrom),
  );

  // One job an invocation: each may take the whole time-out.
  const concurrencyOf = (name: keyof typeof sizes) => ({ maxConcurrency: sizes[name].concurrency });
  feedFromQueue(runs, 'Runs', runQueue.queue, { batchSize: 1, ...concurrencyOf('worker-run-validation') });
  feedFromQueue(largeRuns, 'LargeRuns', largeRunQueue.queue, {
    batchSize: 1,
    ...concurrencyOf('worker-run-validation-large'),
  });
  feedFromQueue(ingests, 'Uploads', ingestQueue.queue, { batchSize: 1, ...concurrencyOf('worker-ingest-upload') });
  feedFromQueue(largeIngests, 'LargeUploads', largeIngestQueue.queue, {
    batchSize: 1,
    ...concurrencyOf('worker-ingest-upload-large'),
  });
  feedFromQueue(notifications, 'Notifications', notifyQueue.queue, {
    batchSize: 10,
    ...concurrencyOf('worker-deliver-notifications'),
  });
  watch(scope, 'GateFaults', {
    metric: countedMetric(house.stage, 'RuleGateFaults', 'Sum'),
    from: 1,
    runbook: 'function-faults',
    meaning:
      'A validation met a mistake of Attest in judging a rule: the rule has no result. The log of the worker holds the fault.',
  });
  for (const [id, queue] of Object.entries(dead))
    feedFromQueue(deadLetters, id, queue, { batchSize: 10, maxConcurrency: 2 });
};

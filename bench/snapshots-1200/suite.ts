import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { certificationEventId } from '../../shared/kernel/ids.ts';
import { instantFromMillis } from '../../shared/kernel/instant.ts';
import { dueList } from '../../shared/wiring/due-list.ts';
import { uncounted } from '../../shared/wiring/meter.ts';
import { tablePorts } from '../../shared/wiring/table.ts';
import { textAt } from '../../test/story/read.ts';
import { until } from '../../test/story/until.ts';
import { seconds } from '../figure.ts';
import { putDirectly } from '../publish/put-directly.ts';
import { publishStatewide } from '../publish/statewide.ts';
import { timed } from '../rounds.ts';
import type { Suite } from '../suite.ts';
import type { System } from '../system/running.ts';

/** Starts the very machine that takes a state's snapshots, and waits for its end. */
const takeAll = async ({ origin, environment }: System, certificationEventId: string): Promise<void> => {
  const client = new SFNClient({ endpoint: environment['AWS_ENDPOINT_URL_SFN'] ?? origin });
  const input = { version: 1, certificationEventId, organizationIds: null, trigger: 'FULL', snapshotId: null };
  const started = await client.send(
    new StartExecutionCommand({
      stateMachineArn: environment['SNAPSHOT_MACHINE_ARN'],
      name: `${certificationEventId}-bench`,
      input: JSON.stringify(input),
    }),
  );
  const { executionArn } = started;
  await until(
    'the snapshots of the whole state',
    async () => {
      const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
      if (status === 'FAILED' || status === 'TIMED_OUT') throw new Error(`the snapshot flow ended ${status}`);
      return status === 'SUCCEEDED' ? status : undefined;
    },
    300,
  );
};

const stateOfQueues = z.object({
  executions: z.array(z.object({ status: z.string() })),
  queues: z.array(z.object({ ready: z.number(), inFlight: z.number(), delayed: z.number(), consumed: z.boolean() })),
});

/** Messages that wait for their relay: each is due for the sweeper within minutes of its commit. */
const areUnsent = async (): Promise<boolean> => {
  const { work } = await dueList().due(instantFromMillis(Date.now() + 3_600_000));
  return work.some(({ kind }) => kind === 'OUTBOX');
};

/** What publishing tells people is told in the hours before a schedule takes their snapshots, not beside it. */
const publishingIsOver = ({ origin, environment }: System): Promise<true> => {
  Object.assign(process.env, environment);
  return until(
    'everybody to be told of the publication',
    async () => {
      const answer: unknown = await (await fetch(`${origin}/_local/state`)).json();
      const { executions, queues } = stateOfQueues.parse(answer);
      const isFlowing = executions.some(({ status }) => status === 'RUNNING');
      const waits = queues.some(({ consumed, ready, inFlight, delayed }) => consumed && ready + inFlight + delayed > 0);
      return isFlowing || waits || (await areUnsent()) ? undefined : true;
    },
    300,
  );
};

/** Throws unless everybody has a snapshot now. */
const mustBeTaken = async (id: string): Promise<number> => {
  const participants = await tablePorts(uncounted).store.participants(certificationEventId(id));
  const without = participants.filter((read) => read.state.snapshot?.status !== 'COMPLETED');
  if (without.length > 0) throw new Error(`${without.length} participants have no snapshot`);
  return participants.length;
};

/** The snapshots of a whole state over the real flow: every participant's, by the machine that is deployed. */
export const snapshotsSuite: Suite = {
  name: 'snapshots-1200',
  async run({ system }) {
    const running = await system();
    await putDirectly(running);
    const published = await publishStatewide(running.origin, 'FULL');
    const id = textAt(published, 'id');
    await publishingIsOver(running);
    const taking = await timed(() => takeAll(running, id));
    const count = await mustBeTaken(id);
    return [{ ...seconds(`snapshots of ${count} participants`, [taking]), aim: { id: 'Z1', atMost: 10 } }];
  },
};

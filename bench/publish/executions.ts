import { paginateGetExecutionHistory, SFNClient } from '@aws-sdk/client-sfn';
import { jsonAt, listAt, textAt } from '../../test/story/read.ts';
import type { System } from '../system/running.ts';

export interface Flow {
  readonly events: number;
  readonly chunks: number;
}

/** What the publish flow of a certification event has left behind. */
export const publishFlow = async ({ origin, environment }: System, eventId: string): Promise<Flow> => {
  const state: unknown = await (await fetch(`${origin}/_local/state`)).json();
  const execution = listAt(jsonAt({ state }, 'state'), 'executions').find((one) =>
    String(one['name']).startsWith(eventId),
  );
  const client = new SFNClient({ endpoint: environment['AWS_ENDPOINT_URL_SFN'] ?? origin });
  let [events, chunks] = [0, 0];
  const executionArn = textAt(execution ?? {}, 'executionArn');
  for await (const page of paginateGetExecutionHistory({ client, pageSize: 1_000 }, { executionArn })) {
    events += page.events?.length ?? 0;
    chunks += page.events?.filter(({ type }) => type === 'MapIterationStarted').length ?? 0;
  }
  return { events, chunks };
};

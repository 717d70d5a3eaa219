import type { Json } from './client.ts';
import { listAt } from './read.ts';
import { until } from './until.ts';

/** The executions that belong to one certification event, by name. */
const executionsOf = async (origin: string, eventId: string): Promise<readonly Json[]> => {
  const state: unknown = await (await fetch(`${origin}/_local/state`)).json();
  const all = listAt({ ...Object(state) }, 'executions');
  return all.filter((execution) => String(execution['name']).includes(eventId));
};

/** Waits until no workflow of the certification event is under way, and answers those that failed. */
export const failedExecutions = (origin: string, eventId: string): Promise<readonly string[]> =>
  until('the workflows of the certification event', async () => {
    const executions = await executionsOf(origin, eventId);
    if (executions.some((execution) => execution['status'] === 'RUNNING')) return undefined;
    return executions
      .filter((execution) => execution['status'] !== 'SUCCEEDED')
      .map(
        (execution) => `${String(execution['machine'])} ${String(execution['name'])}: ${String(execution['error'])}`,
      );
  });

import * as z from 'zod';
import type { Execution } from '../execution/execution.ts';
import { hasEnded, inputOf, statusOf } from '../execution/history.ts';
import { type FlowEngine, findMachine } from '../flow-engine.ts';
import { renderHistory } from './history.ts';
import { type Operation, pageOf, pageSchema, toSeconds } from './operation.ts';

const startSchema = z.object({
  stateMachineArn: z.string(),
  name: z.string().optional(),
  input: z.string().default('{}'),
});
const oneSchema = z.object({ executionArn: z.string() });
const stopSchema = oneSchema.extend({ error: z.string().optional(), cause: z.string().optional() });
const listSchema = pageSchema.extend({
  stateMachineArn: z.string(),
  statusFilter: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE']).optional(),
});
const historySchema = pageSchema.extend({
  executionArn: z.string(),
  reverseOrder: z.boolean().default(false),
  includeExecutionData: z.boolean().default(true),
});

export function executionOperations(engine: FlowEngine): Readonly<Record<string, Operation>> {
  return {
    StartExecution(request) {
      const { stateMachineArn, name, input } = startSchema.parse(request);
      const execution = engine.start({ machineArn: stateMachineArn, name, input });
      return { executionArn: execution.arn, startDate: toSeconds(execution.history[0]?.at ?? 0) };
    },
    DescribeExecution(request) {
      return describe(engine.find(oneSchema.parse(request).executionArn));
    },
    StopExecution(request) {
      const { executionArn, error, cause } = stopSchema.parse(request);
      return { stopDate: toSeconds(engine.stop(executionArn, error, cause).history.at(-1)?.at ?? 0) };
    },
    ListExecutions(request) {
      const { stateMachineArn, statusFilter, ...page } = listSchema.parse(request);
      findMachine(engine.machines, stateMachineArn);
      const { items, nextToken } = pageOf({
        items: engine.all().toReversed(),
        page,
        subject: `${stateMachineArn} ${statusFilter ?? ''}`,
        newestFirst: true,
        accepts: (execution) =>
          execution.machineArn === stateMachineArn && (!statusFilter || statusOf(execution) === statusFilter),
      });
      return { executions: items.map(summarise), nextToken };
    },
    GetExecutionHistory(request) {
      const { executionArn, reverseOrder, includeExecutionData, ...page } = historySchema.parse(request);
      const { history } = engine.find(executionArn);
      const { items, nextToken } = pageOf({
        items: reverseOrder ? history.toReversed() : history,
        page,
        subject: `${executionArn} ${reverseOrder}`,
        newestFirst: reverseOrder,
      });
      return { events: items.map((record) => renderHistory(record, includeExecutionData)), nextToken };
    },
  };
}

function summarise(execution: Execution): object {
  const { history } = execution;
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.machineArn,
    name: execution.name,
    status: statusOf(execution),
    startDate: toSeconds(history[0]?.at ?? 0),
    ...(hasEnded(execution) ? { stopDate: toSeconds(history.at(-1)?.at ?? 0) } : {}),
  };
}

/** Output, error and cause are the details of the last entry; a running execution has none. */
function describe(execution: Execution): object {
  const { output, error, cause } = hasEnded(execution) ? (execution.history.at(-1)?.details ?? {}) : {};
  return {
    ...summarise(execution),
    input: inputOf(execution),
    inputDetails: { included: true },
    output,
    error,
    cause,
    redriveCount: 0,
  };
}

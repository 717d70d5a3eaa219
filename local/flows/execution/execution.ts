import * as z from 'zod';

/** One entry of an execution's history, in the order and with the details AWS gives them. */
const recordSchema = z.object({
  id: z.int(),
  previousEventId: z.int(),
  /** Milliseconds of the local clock. */
  at: z.number(),
  /** AWS's name: `TaskStateEntered`, `LambdaFunctionSucceeded`, `ExecutionAborted` ... */
  type: z.string(),
  /** The fields of AWS's `...EventDetails`. */
  details: z.record(z.string(), z.unknown()),
  /** Which walk: `` for the machine itself, `Deliver[3]` for an iteration. */
  scope: z.string(),
});

/** One execution as kept and as told by the API; status, input and output follow from the history. */
export const executionSchema = z.object({
  arn: z.string(),
  name: z.string(),
  machineArn: z.string(),
  history: z.array(recordSchema),
  /** Tokens handed out and not answered, by walk and state: `/Decide`, `Deliver[3]/Confirm`. */
  tokens: z.record(z.string(), z.string()),
});

export type HistoryRecord = z.infer<typeof recordSchema>;
export type Execution = z.infer<typeof executionSchema>;

/** What can happen to an execution; the journal is a list of these. */
export type ExecutionChange =
  | { readonly event: HistoryRecord }
  | { readonly cut: number }
  | { readonly token: string; readonly at: string }
  | { readonly answered: string };

export function applyChange(execution: Execution, change: ExecutionChange): void {
  if ('event' in change) execution.history.push(change.event);
  else if ('cut' in change) execution.history.splice(change.cut);
  else if ('token' in change) execution.tokens[change.at] = change.token;
  else execution.tokens = Object.fromEntries(Object.entries(execution.tokens).filter(([at]) => at !== change.answered));
}

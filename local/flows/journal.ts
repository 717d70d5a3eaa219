import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { applyChange, type Execution, type ExecutionChange, executionSchema } from './execution/execution.ts';

/** What is kept of the executions between two starts of the runtime. */
export interface Journal {
  /** The executions as of the last whole line. */
  read(): readonly Execution[];
  /** Begins anew with these executions as they are. */
  rewrite(executions: readonly Execution[]): void;
  append(execution: Execution, change: ExecutionChange): void;
}

const { history, arn } = executionSchema.shape;
const lineSchema = z.tuple([
  arn,
  z.union([
    z.object({ event: history.element }),
    z.object({ cut: z.int() }),
    z.object({ token: z.string(), at: z.string() }),
    z.object({ answered: z.string() }),
  ]),
]);

/**
 * One JSON line a change, written before the next step is taken, so that a killed runtime loses at most the line it was
 * writing.
 */
export function createJournal(file: string): Journal {
  return {
    read: () => (existsSync(file) ? foldLines(readFileSync(file, 'utf8')) : []),
    rewrite(executions) {
      writeFileSync(`${file}.new`, executions.flatMap(linesOf).join(''));
      renameSync(`${file}.new`, file);
    },
    append: (execution, change) => appendFileSync(file, lineOf(execution, change)),
  };
}

function foldLines(text: string): Execution[] {
  const executions = new Map<string, Execution>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [arn, change] = lineSchema.parse(JSON.parse(line));
    const execution = executions.get(arn) ?? emptyExecution(arn);
    executions.set(arn, execution);
    applyChange(execution, change);
  }
  return [...executions.values()];
}

function linesOf(execution: Execution): string[] {
  const tokens = Object.entries(execution.tokens).map(([at, token]) => lineOf(execution, { token, at }));
  return [...execution.history.map((event) => lineOf(execution, { event })), ...tokens];
}

function lineOf({ arn }: Execution, change: ExecutionChange): string {
  return `${JSON.stringify([arn, change])}\n`;
}

/** An execution's ARN is its machine's with the name behind it. */
export function emptyExecution(arn: string): Execution {
  const name = arn.split(':').at(-1) ?? '';
  const machineArn = arn.slice(0, -name.length - 1).replace(':execution:', ':stateMachine:');
  return { arn, name, machineArn, history: [], tokens: {} };
}

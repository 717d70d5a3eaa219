import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { openTable } from '../../../shared/adapters/dynamodb/table.ts';
import { createTableRows } from '../../../shared/adapters/dynamodb/table-rows.ts';
import { notifyMessage } from '../../../shared/contracts/messages/notify.ts';
import { runMessage } from '../../../shared/contracts/messages/run.ts';
import { timerMessage } from '../../../shared/contracts/messages/timer.ts';
import { approvalTask } from '../../../shared/contracts/workflows/approval.ts';
import { publishTask } from '../../../shared/contracts/workflows/publish.ts';
import { snapshotTask } from '../../../shared/contracts/workflows/snapshot.ts';
import { SimulatedTable } from '../aws/table.ts';
import { askTable } from '../aws/table-service.ts';
import { answered, clientSettings, jsonAnswer, requestHandler, targetOf } from '../aws/wire.ts';
import { leftBehind, type Line, type Recording } from './recording.ts';

const messages: Readonly<Record<string, z.ZodType>> = { run: runMessage, notify: notifyMessage };
const tasks: Readonly<Record<string, z.ZodType>> = {
  publish: publishTask,
  snapshot: snapshotTask,
  approval: approvalTask,
};

/** Something that was handed over and the schema that its taker reads it by today. */
interface Handed {
  readonly what: string;
  readonly text: string;
  readonly schema: z.ZodType | undefined;
}

const details = z.object({ input: z.string().optional(), parameters: z.string().optional() });

const taskInputs = (machine: string, history: readonly { readonly type: string; readonly details: unknown }[]) =>
  history
    .filter(({ type }) => type === 'LambdaFunctionScheduled' || type === 'TaskScheduled')
    .map(({ details: given }) => {
      const { input, parameters = '{}' } = details.parse(given);
      return {
        what: `task of ${machine}`,
        text: input ?? JSON.stringify(JSON.parse(parameters).Payload),
        schema: tasks[machine],
      };
    });

const handedIn = (line: Line): readonly Handed[] => {
  if ('sent' in line) {
    const { queue, body } = line.sent;
    return [{ what: `message of ${queue}`, text: body, schema: messages[queue] }];
  }
  if ('schedule' in line) {
    const { Input: text = '{}' } = line.schedule.definition.Target;
    return [{ what: 'message of a schedule', text, schema: timerMessage }];
  }
  if ('execution' in line) return taskInputs(line.execution.machineArn.split(':').at(-1) ?? '', line.execution.history);
  return [];
};

/** Every message and every task's input of a recording. */
export const handedOver = ({ lines }: Recording): readonly Handed[] => lines.flatMap(handedIn);

const damagedAt = async (recording: Recording, upTo: number): Promise<readonly string[]> => {
  const { image } = leftBehind(recording, upTo);
  const now = () => image.millis;
  const table = new SimulatedTable({ now, lagMillis: () => 0, onInsert: () => undefined }, image.items);
  const client = new DynamoDBClient({
    ...clientSettings,
    requestHandler: requestHandler(async (call) =>
      answered(() => jsonAnswer(askTable(table, now(), targetOf(call), call.body.toString()))),
    ),
  });
  const problems: string[] = [];
  for await (const row of createTableRows(openTable('recorded', client, async () => {})).all())
    if (row.row === 'damaged') problems.push(row.problem);
  return problems;
};

/** What today's code would not understand of what lay in the table at a line, and of what was handed over until then. */
export const notUnderstood = async (recording: Recording, upTo: number): Promise<readonly string[]> => [
  ...(await damagedAt(recording, upTo)),
  ...handedOver({ ...recording, lines: recording.lines.slice(0, upTo) }).flatMap(({ what, text, schema }) =>
    schema?.safeParse(JSON.parse(text)).success === true ? [] : [`${what}: ${text}`],
  ),
];

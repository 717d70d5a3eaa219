import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Execution } from '../../../local/flows/execution/execution.ts';
import { arnOfSchedule, type Schedule } from '../../../local/schedules/schedule.ts';
import type { AttributeValues } from '../../contract/engine/attribute-values.ts';
import { SimulatedTable } from '../aws/table.ts';
import { askTable } from '../aws/table-service.ts';
import { textAt } from '../aws/values.ts';
import type { Image } from '../world/image.ts';

export interface SentMessage {
  readonly id: string;
  readonly queue: string;
  readonly body: string;
}

/** The part of an execution that is new since it was last told of. */
export type ExecutionPart = Execution & { readonly from: number };

/** Lines of a recording, in the order in which it happened. `at` ends what one call of a service did. */
export type Line =
  | { readonly eventId: string }
  | { readonly item: AttributeValues }
  | { readonly account: string; readonly enabled: boolean }
  | { readonly operation: string; readonly body: object }
  | { readonly object: string; readonly base64: string }
  | { readonly schedule: Schedule }
  | { readonly removed: string }
  | { readonly execution: ExecutionPart }
  | { readonly sent: SentMessage }
  | { readonly taken: string }
  | { readonly at: number };

export interface Recording {
  readonly name: string;
  readonly lines: readonly Line[];
}

export const folder = join(import.meta.dirname, '../recorded');

const dated = ({ schedule }: { readonly schedule: Schedule }): Schedule => ({
  ...schedule,
  createdAt: new Date(schedule.createdAt),
  modifiedAt: new Date(schedule.modifiedAt),
  nextAt: schedule.nextAt && new Date(schedule.nextAt),
});

const lineIn = (text: string): Line => {
  const line: Line = JSON.parse(text);
  return 'schedule' in line ? { schedule: dated(line) } : line;
};

/** Every recording there is, the oldest first. */
export const recordings: readonly Recording[] = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .toSorted()
  .map((name) => ({ name, lines: readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').map(lineIn) }));

/** Where a recording may be cut: after each call of a service. */
export const momentsIn = ({ lines }: Recording): readonly number[] =>
  lines.flatMap((line, index) => ('at' in line ? [index + 1] : []));

/** What older code had done, and what it had begun. */
export interface LeftBehind {
  readonly eventId: string;
  readonly image: Image;
  readonly messages: readonly SentMessage[];
  /** Partition keys of outbox rows that nobody sent yet. */
  readonly unsent: readonly string[];
  /** A write that was asked of the table and will still arrive there. */
  readonly onItsWay: { readonly operation: string; readonly text: string } | undefined;
}

const isUnsent = (item: AttributeValues): boolean =>
  textAt(item, 'pk')?.startsWith('OUTBOX#') === true && textAt(item, 'status') === 'PENDING';

/** What the code of the recording had done and begun when it had come to a line. */
export const leftBehind = ({ lines }: Recording, upTo: number): LeftBehind => {
  let eventId = '';
  let millis = 0;
  const table = new SimulatedTable({ now: () => millis, lagMillis: () => 0, onInsert: () => undefined });
  const objects = new Map<string, Buffer>();
  const accounts = new Map<string, boolean>();
  const schedules = new Map<string, Schedule>();
  const executions = new Map<string, Execution>();
  const messages = new Map<string, SentMessage>();
  for (const line of lines.slice(0, upTo)) {
    if ('eventId' in line) eventId = line.eventId;
    else if ('item' in line) table.put({ Item: line.item });
    else if ('account' in line) accounts.set(line.account, line.enabled);
    else if ('operation' in line) askTable(table, millis, line.operation, JSON.stringify(line.body));
    else if ('object' in line) objects.set(line.object, Buffer.from(line.base64, 'base64'));
    else if ('schedule' in line) schedules.set(arnOfSchedule(line.schedule.definition), line.schedule);
    else if ('removed' in line) schedules.delete(line.removed);
    else if ('execution' in line) {
      const { from, ...part } = line.execution;
      const before = executions.get(part.arn)?.history.slice(0, from) ?? [];
      executions.set(part.arn, { ...part, history: [...before, ...part.history] });
    } else if ('sent' in line) messages.set(line.sent.id, line.sent);
    else if ('taken' in line) messages.delete(line.taken);
    else millis = line.at;
  }
  const next = lines.slice(upTo).find((line) => 'operation' in line);
  const { items } = table;
  return {
    eventId,
    image: { millis, items, objects, schedules, accounts, executions: [...executions.values()] },
    messages: [...messages.values()],
    unsent: items
      .all()
      .filter(isUnsent)
      .map((item) => textAt(item, 'pk') ?? ''),
    onItsWay: next && { operation: next.operation, text: JSON.stringify(next.body) },
  };
};

import type { HistoryRecord } from '../execution/execution.ts';
import { toSeconds } from './operation.ts';

const payloads = ['input', 'output', 'parameters'];

/** One entry as GetExecutionHistory shows it; the details stand under a field named for the type. */
export function renderHistory(record: HistoryRecord, includeData: boolean): object {
  const { id, previousEventId, at, type } = record;
  const details = Object.entries(record.details).filter(([field]) => includeData || !payloads.includes(field));
  return { id, previousEventId, timestamp: toSeconds(at), type, [detailsField(type)]: Object.fromEntries(details) };
}

/** Entering and leaving a state share a field over all types of states; anything else has its own. */
function detailsField(type: string): string {
  const [, move] = /State(Entered|Exited)$/.exec(type) ?? [];
  const name = move ? `state${move}` : type.charAt(0).toLowerCase() + type.slice(1);
  return `${name}EventDetails`;
}

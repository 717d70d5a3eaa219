import type { TableRow } from '../../../shared/application/ports/table-rows.ts';

const masks: readonly (readonly [RegExp, string])[] = [
  [/\b\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'a time'],
  [/\b([a-z]{3})_[0-9A-Z]{26}\b/g, '$1'],
  [/\balr_[0-9a-f]{32}\b/g, 'alr'],
  [/\b[0-9a-f]{64}\b/g, 'a hash'],
  [/"(requestId|token)":"[^"]*"/g, '"$1":"any"'],
  // A row that was sent at the second try was sent.
  [/"(attempts|requeues)":\d+/g, '"$1":"any"'],
];

const masked = (value: unknown): string =>
  masks.reduce((text, [pattern, word]) => text.replaceAll(pattern, word), JSON.stringify(value));

/** A run that lost its worker went back to the queue: the one difference that a killed worker leaves on its record. */
const withoutPlaces = (text: string): string => text.replaceAll(/"(version|sequence)":\d+/g, '"$1":"any"');

const lineOf = (row: TableRow): readonly string[] => {
  switch (row.row) {
    case 'lease':
      return [];
    case 'refusal':
      // A task that is called again may be refused what it has done: that is noted beside the chains and changes nothing.
      return row.refusal.actorId.startsWith('system:') ? [] : [masked(row)];
    case 'outbox':
      return [`sent: ${masked([row.message.message, row.message.status])}`];
    case 'audit':
      if (row.entry.entity !== 'run') return [masked(row)];
      return row.entry.command === 'requeueRun' ? [] : [`run: ${withoutPlaces(masked(row))}`];
    case 'entity':
      return [row.entity === 'run' ? `run: ${withoutPlaces(masked(row))}` : masked(row)];
    case 'alert':
    case 'body':
    case 'damaged':
    case 'datasetVersion':
    case 'fence':
    case 'request':
    case 'ruleVersion':
    case 'versionPin':
    case 'view':
    case 'wait':
      return [masked(row)];
  }
};

/** Everything in the table, but for times and what is made anew at every try; in no order. */
export const endStateOf = (rows: readonly TableRow[]): readonly string[] => {
  const lines = rows.flatMap(lineOf);
  const repeatable = lines.filter((line) => /^(run|sent): /.test(line));
  return [...lines.filter((line) => !repeatable.includes(line)), ...new Set(repeatable)].toSorted();
};

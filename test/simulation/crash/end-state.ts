import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { OutboxRow } from '../../../shared/application/ports/outbox-rows.ts';
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

const maskedText = (content: string): string =>
  masks.reduce((text, [pattern, word]) => text.replaceAll(pattern, word), content);

const masked = (value: unknown): string => maskedText(JSON.stringify(value));

/** A run or a file that lost its worker went back to the queue: the one difference that a killed worker leaves on its record. */
const withoutPlaces = (text: string): string => text.replaceAll(/"(version|sequence)":\d+/g, '"$1":"any"');

/** What loses its worker, which goes back to the queue. */
const jobs: readonly string[] = ['run', 'upload'];

/** By rows of their own: a run or a file that lost its worker, and what a task tells that is called again; its taker tells each person once. */
const againAllowed = ({ message }: OutboxRow): boolean =>
  ['QUEUE_RUN', 'QUEUE_INGEST', 'NOTIFY'].includes(message.type);

const lineOf = (row: TableRow): readonly string[] => {
  switch (row.row) {
    case 'lease':
      return [];
    case 'refusal':
      // A task that is called again may be refused what it has done: that is noted beside the chains and changes nothing.
      return row.refusal.actorId.startsWith('system:') ? [] : [masked(row)];
    case 'outbox':
      return [
        `${againAllowed(row.message) ? 'sent again: ' : 'sent: '}${masked([row.message.message, row.message.status])}`,
      ];
    case 'audit':
      if (!jobs.includes(row.entry.entity)) return [masked(row)];
      return row.entry.command.startsWith('requeue') ? [] : [`job: ${withoutPlaces(masked(row))}`];
    case 'entity':
      return [jobs.includes(row.entity) ? `job: ${withoutPlaces(masked(row))}` : masked(row)];
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

/** An attempt at a run that was killed leaves what it wrote under the time of its beginning: nothing refers to it, and it expires. */
const isLeftOver = (name: string, rows: string): boolean =>
  name.startsWith('reports/runs/') && !rows.includes(name.slice('reports/'.length));

const saidIn = (name: string, content: Buffer): string => {
  if (name.endsWith('.json')) return maskedText(content.toString());
  return createHash('sha256').update(content).digest('hex');
};

const objectLine = ([name, content]: readonly [string, Buffer]): string => {
  // A seal covers what lay there at its moment; whoever seals again, as a message that comes twice asks, adds one for what is new.
  if (name.startsWith('data/seals/')) return `object ${maskedText(dirname(name))}: sealed`;
  const key = maskedText(name)
    .replace(/\b\d{4}-\d{2}-\d{2}T\d{9}Z/, 'a time')
    .replace(/\b[0-9a-f]{16}\b/, 'a hash');
  return `object ${key}: ${saidIn(name, content)}`;
};

/** Everything in the buckets that counts: where it lies, and what it says. */
export const objectsIn = (stored: ReadonlyMap<string, Buffer>, rows: readonly TableRow[]): readonly string[] => {
  const text = JSON.stringify(rows);
  const lines = [...stored].filter(([name]) => !isLeftOver(name, text)).map(objectLine);
  return lines.filter((line, index) => !line.endsWith(': sealed') || lines.indexOf(line) === index).toSorted();
};

/** Everything in the table, but for times and what is made anew at every try; in no order. */
export const endStateOf = (rows: readonly TableRow[]): readonly string[] => {
  const lines = rows.flatMap(lineOf);
  const repeatable = lines.filter((line) => /^(job|sent again): /.test(line));
  return [...lines.filter((line) => !repeatable.includes(line)), ...new Set(repeatable)].toSorted();
};

import { createHash } from 'node:crypto';
import type { Upload } from '../../../shared/domain/dataset/state.ts';
import type { Chance } from '../../model/play/chance.ts';

/** What a file says, apart from how it is written down. */
export type Content =
  | { readonly kind: 'WHOLE'; readonly rows: readonly string[] }
  | { readonly kind: 'CHANGES'; readonly put: readonly string[]; readonly taken: readonly string[] }
  /** A file that must be refused, and by what. */
  | { readonly kind: 'MALFORMED'; readonly code: string };

/** A file as somebody sends it. */
export interface Parcel extends Pick<Upload, 'fileName' | 'format' | 'delivery'> {
  readonly text: string;
  readonly content: Content;
}

/** So few that the same rows come again and again, and that the engine meets few files which it has not seen. */
const students = ['s1', 's2'];

const column = 'studentUniqueId';

const csv = (lines: readonly (readonly string[])[]): string => `${lines.map((line) => line.join(',')).join('\n')}\n`;

const ndjson = (rows: readonly Readonly<Record<string, string>>[]): string =>
  rows.map((row) => JSON.stringify(row)).join('\n');

/** The same rows are the same version, whatever their order and however they are written. */
const someWhole = (chance: Chance): Parcel => {
  const rows = students.filter(() => chance.next() < 0.5);
  const content = { kind: 'WHOLE', rows } as const;
  // A file without a single byte cannot be announced.
  if (rows.length === 0 || chance.next() < 0.5)
    return { ...named('CSV', 'FULL'), text: csv([[column], ...rows.map((row) => [row])]), content };
  return { ...named('NDJSON', 'FULL'), text: ndjson(rows.toReversed().map((row) => ({ [column]: row }))), content };
};

const changes = [
  { put: ['s1'], taken: [] },
  { put: ['s2'], taken: ['s1'] },
  { put: [], taken: ['s2'] },
];

const someChanges = (chance: Chance): Parcel => {
  const { put, taken } = chance.pick(changes);
  const lines = [...put.map((row) => [row, 'UPSERT']), ...taken.map((row) => [row, 'DELETE'])];
  return {
    ...named('CSV', 'DELTA'),
    text: csv([[column, '_operation'], ...lines]),
    content: { kind: 'CHANGES', put, taken },
  };
};

const malformed: readonly Omit<Parcel, 'fileName'>[] = [
  {
    format: 'CSV',
    delivery: 'FULL',
    text: csv([[column], ['s1'], ['s1']]),
    content: { kind: 'MALFORMED', code: 'DUPLICATE_KEY' },
  },
  {
    format: 'CSV',
    delivery: 'FULL',
    text: csv([
      [column, 'shoe'],
      ['s1', '40'],
    ]),
    content: { kind: 'MALFORMED', code: 'UNKNOWN_COLUMN' },
  },
  {
    format: 'NDJSON',
    delivery: 'FULL',
    text: `{"${column}":"s1"`,
    content: { kind: 'MALFORMED', code: 'MALFORMED_JSON' },
  },
  {
    format: 'NDJSON',
    delivery: 'FULL',
    text: `{"${column}":null}`,
    content: { kind: 'MALFORMED', code: 'REQUIRED' },
  },
  {
    format: 'CSV',
    delivery: 'DELTA',
    text: csv([
      [column, '_operation'],
      ['s1', 'MERGE'],
    ]),
    content: { kind: 'MALFORMED', code: 'NO_SUCH_OPERATION' },
  },
];

const named = <Format extends Upload['format'], Delivery extends Upload['delivery']>(
  format: Format,
  delivery: Delivery,
) => ({ fileName: `students.${format.toLowerCase()}`, format, delivery });

const someMalformed = (chance: Chance): Parcel => {
  const parcel = chance.pick(malformed);
  return { ...named(parcel.format, parcel.delivery), ...parcel };
};

export const someParcel = (chance: Chance): Parcel => {
  switch (chance.weighted({ WHOLE: 45, CHANGES: 30, MALFORMED: 25 })) {
    case 'WHOLE':
      return someWhole(chance);
    case 'CHANGES':
      return someChanges(chance);
    case 'MALFORMED':
      return someMalformed(chance);
  }
};

export const sha256Of = ({ text }: Pick<Parcel, 'text'>): string => createHash('sha256').update(text).digest('hex');

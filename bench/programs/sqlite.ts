import { DatabaseSync } from 'node:sqlite';
import { Fingerprint, keyText } from '../oracle/fingerprint.ts';
import { eachRow } from '../oracle/read-csv.ts';
import type { PeerWork } from '../peers/dialect.ts';
import { trustedJson } from '../../shared/engine/sandbox/trusted-json.ts';
import { tell } from './tell.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const two = (value: unknown): string => String(value).padStart(2, '0');

/** What the rules call and SQLite does not have. */
const teach = (database: DatabaseSync): void => {
  const teaches = (name: string, work: (...given: readonly unknown[]) => string | number | null): void =>
    database.function(name, { deterministic: true, varargs: true }, work);
  teaches('regexp_full_match', (value, pattern) =>
    value === null ? null : Number(new RegExp(`^(?:${text(pattern)})$`).test(text(value))),
  );
  teaches('year', (day) => (day === null ? null : Number(text(day).slice(0, 4))));
  teaches('whole', (value) => (/^\d+$/.test(text(value)) ? Number(value) : null));
  teaches('make_date', (year, month, day) => `${String(year)}-${two(month)}-${two(day)}`);
};

/** SQLite as Node carries it: the delivered CSV files into memory, indexes, then each rule, all its keys read. */
await tell(async (question) => {
  const { work, files } = trustedJson<{ work: PeerWork; files: Record<string, string> }>(question);
  const database = new DatabaseSync(':memory:');
  teach(database);
  for (const { name, columns, sql } of work.tables) {
    database.exec(sql);
    const insert = database.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`);
    database.exec('BEGIN');
    await eachRow(files[name] ?? '', columns, (...cells) => void insert.run(...cells));
    database.exec('COMMIT');
  }
  for (const statement of work.after) database.exec(statement);
  const answers: Record<string, unknown> = {};
  for (const { code, sql } of work.rules) {
    const found = new Fingerprint();
    const rows = database.prepare(sql);
    rows.setReturnArrays(true);
    for (const row of rows.iterate())
      found.add(keyText(Object.values(row).map((cell) => (cell === null ? null : String(cell)))));
    answers[code] = found.found();
  }
  return answers;
});

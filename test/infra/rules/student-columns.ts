import { readdirSync, readFileSync } from 'node:fs';

const personal = /student|name|birth|sex|race|ethnic|disab|fragile|tribal|english|person|iep|504/i;

/** The columns a declaration says hold something about a student. */
export const studentColumns: readonly string[] = [
  ...new Set(
    readdirSync('shared/seed/declarations')
      .filter((file) => file.startsWith('student'))
      .flatMap((file) => JSON.parse(readFileSync(`shared/seed/declarations/${file}`, 'utf8')).columns)
      .map(({ name }: { readonly name: string }) => name)
      .filter((name) => personal.test(name)),
  ),
];

/** Inside other words a short name says nothing: `race` in `trace`. */
const isDistinctive = (name: string): boolean => name.length > 5;

/** The columns about students that a text names, however it writes them. */
export const studentColumnsIn = (text: string): readonly string[] =>
  studentColumns.filter((name) =>
    isDistinctive(name) ? text.toLowerCase().includes(name.toLowerCase()) : new RegExp(`\\b${name}\\b`, 'i').test(text),
  );

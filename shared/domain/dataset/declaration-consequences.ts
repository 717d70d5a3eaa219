import type { Consequence, Declaration, DeclaredColumn } from './declaration.ts';

const narrows = (before: DeclaredColumn | undefined, { codes }: DeclaredColumn): boolean => {
  if (before === undefined || codes === undefined) return false;
  return before.codes === undefined || before.codes.some((code) => !codes.includes(code));
};

/** Where a new declaration asks more of deliveries than the one before, or shows less of what was delivered. */
export const consequencesOf = (present: Declaration, next: Declaration): readonly Consequence[] => {
  const before = new Map(present.columns.map((column) => [column.name, column]));
  const after = new Set(next.columns.map(({ name }) => name));
  return [
    ...present.columns
      .filter(({ name }) => !after.has(name))
      .map(({ name }): Consequence => ({ pointer: `/columns (${name})`, kind: 'COLUMN_REMOVED' })),
    ...next.columns.flatMap((column, index): Consequence[] => [
      ...(column.required && before.get(column.name)?.required !== true
        ? [{ pointer: `/columns/${index}/required`, kind: 'COLUMN_REQUIRED' as const }]
        : []),
      ...(narrows(before.get(column.name), column)
        ? [{ pointer: `/columns/${index}/codes`, kind: 'CODES_NARROWED' as const }]
        : []),
    ]),
    ...(next.retired === true && present.retired !== true ? [{ pointer: '/retired', kind: 'RETIRED' as const }] : []),
  ];
};

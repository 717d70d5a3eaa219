import { operations } from '../../shared/contracts/operations.ts';

export interface Route {
  /** As the gateway names it. */
  readonly key: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const matched = (wanted: readonly string[], given: readonly string[]): Record<string, string> | undefined => {
  if (wanted.length !== given.length) return undefined;
  const fits = wanted.every((segment, index) => segment.startsWith('{') || segment === given[index]);
  if (!fits) return undefined;
  const named = wanted.flatMap((segment, index) =>
    segment.startsWith('{') ? [[segment.slice(1, -1), given[index] ?? '']] : [],
  );
  return Object.fromEntries(named);
};

// Literal addresses go before those with parameters, as the gateway has it.
const bySpecificity = operations
  .map(({ method, path }) => ({ method, path, segments: path.split('/') }))
  .toSorted((left, right) => left.path.split('{').length - right.path.split('{').length);

/** The operation that the gateway finds for an address, if there is one. */
export const routeOf = (method: string, path: string): Route | undefined => {
  const given = path.split('/');
  const row = bySpecificity.find((one) => one.method === method && matched(one.segments, given));
  return row && { key: `${row.method} ${row.path}`, parameters: matched(row.segments, given) ?? {} };
};

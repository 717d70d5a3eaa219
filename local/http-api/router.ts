/** A route chosen for a request, with the values of the variables in its path. */
export interface Match<R> {
  readonly route: R;
  readonly pathParameters: Readonly<Record<string, string>>;
}

export type Router<R> = (method: string, path: string) => Match<R> | undefined;

/**
 * Chooses as an HTTP API does: a literal part before a variable, a variable before `{name+}`, a method before ANY, `$default` last.
 * `path` is already decoded, so an encoded slash divides. Variables are never empty: a trailing or doubled slash finds no route
 * but `$default`. Letter case counts. Throws on a malformed route key.
 */
export function createRouter<R extends { readonly key: string }>(routes: readonly R[]): Router<R> {
  const fallback = routes.find(({ key }) => key === '$default');
  const compiled = routes.filter((route) => route !== fallback).map(compile);
  compiled.sort((left, right) => compareRanks(left.rank, right.rank));
  return (method, path) => {
    const parts = path.split('/').slice(1);
    for (const { route, methods, segments } of compiled) {
      if (methods !== 'ANY' && methods !== method) continue;
      const pathParameters = matchSegments(segments, parts);
      if (pathParameters) return { route, pathParameters };
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
}

interface Segment {
  readonly kind: 'literal' | 'variable' | 'greedy';
  readonly text: string;
}

interface Compiled<R> {
  readonly route: R;
  readonly methods: string;
  readonly segments: readonly Segment[];
  readonly rank: readonly number[];
}

function compile<R extends { readonly key: string }>(route: R): Compiled<R> {
  const [, methods = '', path = ''] = /^([A-Z]+) \/(\S*)$/.exec(route.key) ?? [];
  if (methods === '') throw new Error(`Not a route key: ${route.key}`);
  const segments = path.split('/').map(readSegment);
  const greedyAt = segments.findIndex(({ kind }) => kind === 'greedy');
  if (greedyAt !== -1 && greedyAt !== segments.length - 1) throw new Error(`{name+} must come last: ${route.key}`);
  const kinds = segments.map(({ kind }) => ['literal', 'variable', 'greedy'].indexOf(kind));
  return { route, methods, segments, rank: [greedyAt === -1 ? 0 : 1, ...kinds, methods === 'ANY' ? 1 : 0] };
}

function readSegment(text: string): Segment {
  const [, name, plus] = /^\{([\w.-]+)(\+?)\}$/.exec(text) ?? [];
  if (name === undefined) return { kind: 'literal', text };
  return { kind: plus === '+' ? 'greedy' : 'variable', text: name };
}

/** Routes with a greedy variable come after all others; the deeper of two greedy ones first. */
function compareRanks(left: readonly number[], right: readonly number[]): number {
  const differing = left.findIndex((rank, index) => rank !== right[index]);
  return differing === -1 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}

function matchSegments(segments: readonly Segment[], parts: readonly string[]): Record<string, string> | undefined {
  const values: Record<string, string> = {};
  for (const [index, { kind, text }] of segments.entries()) {
    const value = kind === 'greedy' ? parts.slice(index).join('/') : parts[index];
    if (value === undefined || (kind === 'literal' ? value !== text : value === '')) return undefined;
    if (kind === 'greedy') return { ...values, [text]: value };
    if (kind === 'variable') values[text] = value;
  }
  return parts.length === segments.length ? values : undefined;
}

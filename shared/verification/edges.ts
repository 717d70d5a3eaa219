import type { Machine } from '../domain/transitions.ts';
import { type Found, none } from './invariant.ts';
import type { Step } from './replay.ts';
import type { Fields } from './fields.ts';

type Edges = Pick<Machine<string, string>, 'edges'>;

/** Every change of status along a chain that is no edge of its table. */
export const strayEdges = (
  { edges }: Edges,
  statusOf: (state: Fields) => string | undefined,
  steps: readonly Step[],
): Found => {
  const leadsTo = (from: string | null, to: string): boolean =>
    edges.some((edge) => edge.from === from && edge.to === to);
  return steps.flatMap(({ entry, before, after }) => {
    const from = entry.sequence === 1 ? null : (statusOf(before) ?? null);
    const to = statusOf(after) ?? '';
    if (from === to || leadsTo(from, to)) return none;
    return [`${entry.chain}: entry ${entry.sequence} leads from ${from ?? 'nothing'} to ${to || 'nothing'}`];
  });
};

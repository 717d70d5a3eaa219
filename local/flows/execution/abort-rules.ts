import type { Machine } from '../definition/read-machine.ts';

/** Ends an execution as ABORTED right after a state exits, as if the machine room had lost power there. */
export interface AbortRule {
  /** Name of the state machine or the end of it: `publish`. */
  readonly machine: string;
  readonly afterState: string;
  /** Which exit of the state within one execution; 1 where nothing is said. Inside a Map every iteration exits it. */
  readonly nth?: number;
  /** How many executions it ends; 1 where nothing is said, so that the one that replaces the aborted runs through. */
  readonly times?: number;
}

export interface AbortRules {
  replace(rules: readonly AbortRule[]): void;
  list(): readonly (AbortRule & { readonly hits: number })[];
  /** Whether the execution ends now, at the `nth` exit of the state; counts the hit. */
  hit(machine: Machine, state: string, nth: number): boolean;
}

export function createAbortRules(): AbortRules {
  let rules: { readonly rule: AbortRule; hits: number }[] = [];
  return {
    replace(next) {
      rules = next.map((rule) => ({ rule, hits: 0 }));
    },
    list: () => rules.map(({ rule, hits }) => ({ ...rule, hits })),
    hit(machine, state, nth) {
      const found = rules.find(
        ({ rule, hits }) =>
          machine.name.endsWith(rule.machine) &&
          rule.afterState === state &&
          (rule.nth ?? 1) === nth &&
          hits < (rule.times ?? 1),
      );
      if (found) found.hits += 1;
      return found !== undefined;
    },
  };
}

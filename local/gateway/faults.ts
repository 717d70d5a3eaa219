import * as z from 'zod';

const count = z.int().positive().default(1);

/**
 * What strikes a call on its way to a service: lost before it arrives, its reply dropped, its caller killed before or after.
 * A queue hands a message out twice (`duplicate`) or never (`lose`) at `ReceiveMessage` of the function it feeds, a schedule does so at
 * `Fire` of service `scheduler`, with its own name as the caller.
 */
const callFault = z.strictObject({
  /** Name of the calling function, or the end of it: `run-validation`. Any caller without it. */
  caller: z.string().optional(),
  service: z.string().optional(),
  operation: z.string().optional(),
  /** The first matching call it strikes, counted from 1. */
  nth: count,
  /** How many calls in a row it strikes from there. */
  times: count,
  action: z.enum(['throttle', 'delay', 'crash-before', 'crash-after', 'drop-reply', 'lose', 'duplicate']),
  /** For `delay`. */
  ms: z.int().min(0).max(60_000).default(1_000),
});

const flowFault = z.strictObject({
  machine: z.string(),
  afterState: z.string(),
  nth: count,
  times: count,
  action: z.literal('abort'),
});

export type CallFault = z.infer<typeof callFault>;
export type FlowFault = z.infer<typeof flowFault>;

const rulesSchema = z.array(z.union([callFault, flowFault]));

export interface Faults {
  /** Replaces all rules. Throws `ZodError` when a rule is not understood; then the old ones stay. */
  set(rules: unknown): void;
  clear(): void;
  list(): readonly { readonly hits: number }[];
  /** The fault that strikes this call, which counts as a hit; undefined when none does. */
  strike(call: { caller: string; service: string; operation: string }): CallFault | undefined;
}

/** Who carries out the rules about flows. */
export interface FlowFaults {
  replace(rules: readonly FlowFault[]): void;
  list(): readonly { readonly hits: number }[];
}

/** The fault switch of tests: what goes wrong at which call, or after which state of a flow. */
export function createFaults(flows: FlowFaults): Faults {
  let rules: { rule: CallFault; matched: number; hits: number }[] = [];
  const replace = (next: readonly (CallFault | FlowFault)[]) => {
    rules = next.flatMap((rule) => (rule.action === 'abort' ? [] : [{ rule, matched: 0, hits: 0 }]));
    flows.replace(next.filter((rule) => rule.action === 'abort'));
  };
  return {
    set: (input) => replace(rulesSchema.parse(input)),
    clear: () => replace([]),
    list: () => [...rules.map(({ rule, hits }) => ({ ...rule, hits })), ...flows.list()],
    strike(call) {
      let struck: CallFault | undefined;
      for (const entry of rules) {
        if (!matches(entry.rule, call)) continue;
        entry.matched += 1;
        const { nth, times } = entry.rule;
        if (struck || entry.matched < nth || entry.matched >= nth + times) continue;
        entry.hits += 1;
        struck = entry.rule;
      }
      return struck;
    },
  };
}

function matches(rule: CallFault, call: { caller: string; service: string; operation: string }): boolean {
  return (
    (rule.caller === undefined || call.caller.endsWith(rule.caller)) &&
    (rule.service === undefined || rule.service === call.service) &&
    (rule.operation === undefined || rule.operation === call.operation)
  );
}

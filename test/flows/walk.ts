import { type ChoiceRule, type Definition, payloadOf, type State } from './definition.ts';
import { fill, put, read } from './paths.ts';

/** What a task does on its turns: an answer, or the name of an error. The last turn is repeated. */
type Turn = Readonly<Record<string, unknown>> | { readonly fails: string };
export type Script = Readonly<Record<string, readonly Turn[]>>;

export const fails = (error: string) => ({ fails: error });

export interface Walk {
  /** The states in the order they were entered; a retried task stands once a try. */
  readonly states: string[];
  readonly payloads: Readonly<Record<string, unknown>>[];
  /** `SUCCEEDED`, or the error the execution ended with. */
  end: string;
  /** Characters of the biggest data any state was entered with or left. */
  biggest: number;
}

class Failure extends Error {}

/** Walks a machine offline: tasks do as the script says, everything else as the definition says. No waiting, no clock. */
export const walk = (definition: Definition, input: unknown, script: Script): Walk => {
  const seen: Walk = { states: [], payloads: [], end: 'SUCCEEDED', biggest: 0 };
  const turns = new Map(Object.entries(script).map(([name, list]) => [name, [...list]]));
  const weigh = (data: unknown): void => {
    seen.biggest = Math.max(seen.biggest, JSON.stringify(data).length);
  };

  const turnOf = (name: string): unknown => {
    const left = turns.get(name);
    const turn = left && left.length > 1 ? left.shift() : left?.[0];
    if (!turn) throw new Error(`The script does not say what ${name} does`);
    if ('fails' in turn) throw new Failure(String(turn.fails));
    return turn;
  };

  const call = (name: string, state: State, data: unknown, context: Readonly<Record<string, unknown>>): unknown => {
    const filled = fill(payloadOf(state), data, context);
    const retrier = state.Retry?.[0];
    for (let left = retrier?.MaxAttempts ?? 0; ; left -= 1) {
      seen.payloads.push(Object.assign({}, filled));
      try {
        return turnOf(name);
      } catch (fault) {
        const again = fault instanceof Failure && left > 0 && retrier?.ErrorEquals.includes(fault.message);
        if (!again) throw fault;
        seen.states.push(name);
      }
    }
  };

  const each = (state: State, data: unknown, context: Readonly<Record<string, unknown>>): unknown => {
    const items = read(state.ItemsPath ?? '$', data);
    if (!Array.isArray(items) || !state.ItemProcessor) throw new Failure('States.Runtime');
    const { ItemProcessor } = state;
    return items.map((item) => {
      const given = fill(state.ItemSelector, data, { ...context, Map: { Item: { Value: item } } });
      return go(ItemProcessor, given, {});
    });
  };

  const go = (level: Definition, given: unknown, context: Readonly<Record<string, unknown>>): unknown => {
    let name: string | undefined = level.StartAt;
    let data = given;
    while (name) {
      const state: State | undefined = level.States[name];
      if (!state) throw new Error(`There is no state ${name}`);
      seen.states.push(name);
      weigh(data);
      if (state.Type === 'Fail') throw new Failure(state.Error);
      if (state.Type === 'Choice') {
        name = chosen(state.Choices ?? [], data) ?? state.Default;
        continue;
      }
      if (state.Type === 'Succeed') return data;
      try {
        const result = state.Type === 'Map' ? each(state, data, context) : call(name, state, data, context);
        weigh(result);
        data = put(state.ResultPath, result, data);
        name = state.Next;
      } catch (fault) {
        const catcher = state.Catch?.[0];
        if (!catcher || !(fault instanceof Failure)) throw fault;
        data = put(catcher.ResultPath, { Error: fault.message, Cause: '' }, data);
        name = catcher.Next;
      }
    }
    return data;
  };

  try {
    go(definition, input, { Execution: { Name: 'execution-1' }, Task: { Token: 'token-1' } });
  } catch (fault) {
    if (!(fault instanceof Failure)) throw fault;
    seen.end = fault.message;
  }
  return seen;
};

const chosen = (rules: readonly ChoiceRule[], data: unknown): string | undefined =>
  rules.find(({ Variable, StringEquals }) => read(Variable, data) === StringEquals)?.Next;

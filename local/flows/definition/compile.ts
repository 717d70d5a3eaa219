import * as z from 'zod';
import { type AslDefinition, type AslState, nestedDefinitions } from './asl.ts';
import { clamp, normaliseState } from './normalise.ts';

/** AWS runs at most this many iterations of an inline Map at once; zero or nothing asks for as many. */
const mostIterations = 40;

/** A definition ready to be walked, one level of it: its Map and Parallel states are tasks of our own. */
export interface CompiledFlow {
  /** The states as written: types for the history, resources for the tasks. */
  readonly states: Readonly<Record<string, AslState>>;
  readonly interpreted: AslDefinition;
  readonly maps: ReadonlyMap<string, CompiledMap>;
  readonly parallels: ReadonlyMap<string, readonly CompiledFlow[]>;
}

export interface CompiledMap {
  readonly iteration: CompiledFlow;
  /** A machine that makes of the Map's input the list of its iterations: `{value, input}` each. */
  readonly selection: AslDefinition;
  readonly concurrency: number;
}

/**
 * Takes Map and Parallel out of the interpreter's hands. Its own Map starts queued items after one has failed or the
 * execution was stopped, shows the iterations neither `$$.Map` nor the execution, and loses events; as tasks they keep
 * Retry, Catch and result paths, and every iteration is a walk like the machine's own.
 */
export function compileFlow(definition: AslDefinition): CompiledFlow {
  const states = Object.entries(definition.States);
  const maps = states.filter(([, state]) => state.Type === 'Map');
  const parallels = states.filter(([, state]) => state.Type === 'Parallel');
  return {
    states: definition.States,
    interpreted: {
      StartAt: definition.StartAt,
      States: Object.fromEntries(states.map(([name, state]) => [name, normaliseState(asTask(state))])),
      ...(definition['TimeoutSeconds'] === undefined ? {} : { TimeoutSeconds: clamp(definition['TimeoutSeconds']) }),
    },
    maps: new Map(maps.map(([name, state]) => [name, compileMap(state)])),
    parallels: new Map(parallels.map(([name, state]) => [name, nestedDefinitions(state).map(compileFlow)])),
  };
}

function asTask(state: AslState): AslState {
  if (state.Type === 'Parallel') return { ...without(state, ['Branches']), Type: 'Task', Resource: 'parallel' };
  if (state.Type !== 'Map') return state;
  const own = ['ItemProcessor', 'Iterator', 'ItemsPath', 'ItemSelector', 'Parameters', 'MaxConcurrency'];
  return { ...without(state, own), Type: 'Task', Resource: 'map' };
}

function compileMap(state: AslState): CompiledMap {
  const selector = state['ItemSelector'] ?? state['Parameters'] ?? undefined;
  const input = selector === undefined ? { 'input.$': '$$.Map.Item.Value' } : { input: selector };
  const select = normaliseState({
    Type: 'Map',
    ...(state['ItemsPath'] === undefined ? {} : { ItemsPath: state['ItemsPath'] }),
    ItemSelector: { 'value.$': '$$.Map.Item.Value', ...input },
    ItemProcessor: { StartAt: 'Item', States: { Item: { Type: 'Pass', End: true } } },
    End: true,
  });
  const concurrency = z.int().default(0).parse(state['MaxConcurrency']);
  const iteration = nestedDefinitions(state).map(compileFlow)[0];
  if (!iteration) throw new Error('A Map without an item processor');
  return {
    iteration,
    selection: { StartAt: 'Select', States: { Select: select } },
    concurrency: concurrency || mostIterations,
  };
}

function without(state: AslState, fields: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(state).filter(([field]) => !fields.includes(field)));
}

import * as z from 'zod';
import type { CompiledFlow, CompiledMap } from '../definition/compile.ts';
import { Stopped } from './flow-error.ts';
import { type FlowRun, record } from './flow-run.ts';
import { interpret } from './interpreter.ts';
import { assertWithinLimit, encode } from './payload.ts';
import { inPool } from './pool.ts';
import { createScope, type WalkScope } from './walk-scope.ts';

/** The state that nests other walks, and how to walk. */
interface Nesting {
  readonly run: FlowRun;
  readonly scope: WalkScope;
  readonly name: string;
  readonly walk: (run: FlowRun, scope: WalkScope, flow: CompiledFlow, input: unknown) => Promise<unknown>;
}

interface Child {
  readonly index: number;
  readonly flow: CompiledFlow;
  readonly input: unknown;
  readonly context: Readonly<Record<string, unknown>>;
}

const selectionSchema = z.array(z.object({ value: z.unknown(), input: z.unknown() }));

/** One attempt of a Map: the first failing iteration stops the others, and none is begun after it. */
export async function performMap(nesting: Nesting, map: CompiledMap, input: unknown): Promise<unknown> {
  const { run, scope, name } = nesting;
  const items = await selectItems(map, input, scope);
  record(run, scope, 'MapStateStarted', { length: items.length });
  const children = items.map(({ value, input: selected }, index): Child => {
    const context = { ...scope.context, Map: { Item: { Index: index, Value: value } } };
    return { index, flow: map.iteration, input: selected, context };
  });
  const output = await together('Map', nesting, children, map.concurrency, async (child, childScope) => {
    record(run, childScope, 'MapIterationStarted', { name, index: child.index });
    try {
      const result = await nesting.walk(run, childScope, child.flow, child.input);
      record(run, childScope, 'MapIterationSucceeded', { name, index: child.index });
      return result;
    } catch (failure) {
      const end = failure instanceof Stopped ? 'MapIterationAborted' : 'MapIterationFailed';
      record(run, childScope, end, { name, index: child.index });
      throw failure;
    }
  });
  assertWithinLimit(encode(output), `result of the state/task '${name}'`);
  return output;
}

/** One attempt of a Parallel, all branches at once. */
export async function performParallel(
  nesting: Nesting,
  branches: readonly CompiledFlow[],
  input: unknown,
): Promise<unknown> {
  const { run, scope } = nesting;
  record(run, scope, 'ParallelStateStarted');
  const children = branches.map((flow, index): Child => ({ index, flow, input, context: scope.context }));
  return together('Parallel', nesting, children, branches.length, (child, childScope) =>
    nesting.walk(run, childScope, child.flow, child.input),
  );
}

async function together(
  kind: 'Map' | 'Parallel',
  { run, scope, name }: Nesting,
  children: readonly Child[],
  concurrency: number,
  perform: (child: Child, scope: WalkScope) => Promise<unknown>,
): Promise<readonly unknown[]> {
  const { lastEventId } = scope;
  try {
    const outputs = await inPool(children, concurrency, scope.signal, (child, signal) => {
      const path = `${scope.path}${scope.path && '/'}${name}[${child.index}]`;
      return perform(
        child,
        createScope({ path, context: child.context, signal, lastEventId, executionArn: run.execution.arn }),
      );
    });
    record(run, scope, `${kind}StateSucceeded`);
    return outputs;
  } catch (failure) {
    record(run, scope, `${kind}StateFailed`);
    throw failure;
  }
}

async function selectItems(
  map: CompiledMap,
  input: unknown,
  scope: WalkScope,
): Promise<z.infer<typeof selectionSchema>> {
  return selectionSchema.parse(await interpret(map.selection, input, scope.context, {}).result);
}

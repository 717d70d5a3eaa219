import { compileFlow } from '../../../local/flows/definition/compile.ts';
import { parseDefinition } from '../../../local/flows/definition/asl.ts';
import type { Machine } from '../../../local/flows/definition/read-machine.ts';
import { createFlowService } from '../../../local/flows/api/service.ts';
import { createAbortRules } from '../../../local/flows/execution/abort-rules.ts';
import type { Execution } from '../../../local/flows/execution/execution.ts';
import { FlowError } from '../../../local/flows/execution/flow-error.ts';
import { hasEnded, statusOf } from '../../../local/flows/execution/history.ts';
import { createTokenDesk } from '../../../local/flows/execution/token-desk.ts';
import { createFlowEngine } from '../../../local/flows/flow-engine.ts';
import type { LocalClock } from '../../../local/runtime.ts';
import { definitionOf, type MachineName, machines as names } from '../../flows/definition.ts';
import type { Outcome } from './outcome.ts';

const arnOf = (name: MachineName): string => `arn:aws:states:us-east-1:000000000000:stateMachine:${name}`;

export const machineArns = Object.fromEntries(names.map((name) => [name, arnOf(name)]));

/** The machines as deployed, but that they wait for no host clock before they try again. */
const machineOf = (name: MachineName): Machine => {
  const definition = JSON.stringify(definitionOf(name)).replaceAll('"IntervalSeconds":1', '"IntervalSeconds":0');
  const flow = compileFlow(parseDefinition(JSON.parse(definition)));
  return { arn: arnOf(name), name, roleArn: 'arn:aws:iam::000000000000:role/flow', definition, flow };
};

const compiled = new Map(names.map((name) => [arnOf(name), machineOf(name)]));

export interface FlowsWorld {
  readonly now: () => number;
  /** Runs one task of a machine's function. */
  readonly perform: (machine: string, payload: object) => Promise<Outcome<unknown>>;
  /** Whether a task that was done is called again all the same. */
  readonly repeats: () => boolean;
}

/** The world's time as the services of the local runtime read it. */
export const localClock = (now: () => number): LocalClock => ({
  now: () => new Date(now()),
  offsetMs: () => 0,
  moveTo: async () => undefined,
  onMove: () => undefined,
});

/** The interpreter of the local runtime, its tasks calling the simulated functions. */
export const simulatedFlows = (world: FlowsWorld) => {
  const tokens = createTokenDesk();
  const underway = new Map<string, number>();
  const count = (execution: string, by: number) => underway.set(execution, (underway.get(execution) ?? 0) + by);

  const call = async (machine: Machine, payload: { readonly execution: string }): Promise<unknown> => {
    count(payload.execution, 1);
    const outcome = await world.perform(machine.name, payload);
    count(payload.execution, -1);
    if (outcome.kind === 'KILLED') throw new FlowError('Lambda.Unknown', 'the function has gone');
    if (outcome.kind === 'TIMED_OUT') throw new FlowError('Sandbox.Timedout', 'the time of the function is over');
    if (outcome.kind === 'FAILED') throw new FlowError(outcome.fault.name, outcome.fault.message);
    if (world.repeats()) throw new FlowError('Lambda.ServiceException', 'the answer was lost');
    return outcome.value ?? null;
  };

  const engine = createFlowEngine(compiled, {
    clock: localClock(world.now),
    tokens,
    abortRules: createAbortRules(),
    integrate: async (resource, input, machine) => {
      const given = JSON.parse(JSON.stringify(input));
      const answer = await call(machine, resource.waitsForToken ? given.Payload : given);
      return resource.waitsForToken ? { Payload: answer } : answer;
    },
    onChange: () => undefined,
  });

  const isWaiting = (execution: Execution): boolean =>
    Object.values(execution.tokens).some((token) => tokens.isOpen(token));

  return {
    service: createFlowService(engine, tokens),
    executions: () => engine.all().map((execution) => ({ name: execution.name, status: statusOf(execution) })),
    /** An execution is on its way from one task to the next. */
    isBusy: (): boolean =>
      engine
        .all()
        .some(
          (execution) => !hasEnded(execution) && (underway.get(execution.name) ?? 0) === 0 && !isWaiting(execution),
        ),
    waiting: (): readonly string[] =>
      engine
        .all()
        .filter((execution) => !hasEnded(execution))
        .map(({ name }) => name),
    /** All machines lose their power and go on from where they were. */
    interrupt: async (): Promise<void> => {
      await engine.suspend();
      engine.resume();
    },
    stop: () => engine.suspend(),
    adopt: (executions: readonly Execution[]) => engine.adopt(structuredClone(executions)),
    resume: () => engine.resume(),
    all: () => engine.all(),
  };
};

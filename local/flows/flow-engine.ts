import { randomUUID } from 'node:crypto';
import { ServiceError } from './api/service-error.ts';
import type { Machine } from './definition/read-machine.ts';
import type { Execution } from './execution/execution.ts';
import type { FlowServices } from './execution/flow-run.ts';
import { hasEnded, inputOf } from './execution/history.ts';
import { mostPayloadBytes } from './execution/payload.ts';
import { type RunningExecution, resumeExecution, startExecution } from './execution/run-execution.ts';
import { emptyExecution } from './journal.ts';

export interface StartRequest {
  readonly machineArn: string;
  /** JSON text. */
  readonly input: string;
  readonly name?: string | undefined;
}

/** The executions of all machines, running and ended. */
export interface FlowEngine {
  readonly machines: ReadonlyMap<string, Machine>;
  /** In the order of their start. */
  all(): readonly Execution[];
  find(arn: string): Execution;
  start(request: StartRequest): Execution;
  stop(arn: string, error: string | undefined, cause: string | undefined): Execution;
  /** Takes executions over as they are; those still running go on with `resume`. */
  adopt(executions: readonly Execution[]): void;
  resume(): void;
  suspend(): Promise<void>;
}

export function createFlowEngine(machines: ReadonlyMap<string, Machine>, services: FlowServices): FlowEngine {
  const executions = new Map<string, Execution>();
  const running = new Map<string, RunningExecution>();
  const follow = (arn: string, run: RunningExecution) => {
    running.set(arn, run);
    void run.done.then(() => running.delete(arn));
  };
  const find: FlowEngine['find'] = (arn) => {
    const execution = executions.get(arn);
    if (!execution) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return execution;
  };
  return {
    machines,
    all: () => [...executions.values()],
    find,
    start(request) {
      const machine = findMachine(machines, request.machineArn);
      const execution = emptyExecution(executionArn(machine, request.name));
      assertInput(request.input);
      const existing = executions.get(execution.arn);
      if (existing) return sameStart(existing, request.input);
      executions.set(execution.arn, execution);
      follow(execution.arn, startExecution(execution, machine, request.input, services));
      return execution;
    },
    stop(arn, error, cause) {
      const execution = find(arn);
      running.get(arn)?.stop(error, cause);
      return execution;
    },
    adopt: (adopted) => adopted.forEach((execution) => void executions.set(execution.arn, execution)),
    resume() {
      for (const execution of executions.values()) {
        const machine = machines.get(execution.machineArn);
        if (machine && !hasEnded(execution) && !running.has(execution.arn)) {
          follow(execution.arn, resumeExecution(execution, machine, services));
        }
      }
    },
    async suspend() {
      const runs = [...running.values()];
      for (const run of runs) run.suspend();
      await Promise.all(runs.map((run) => run.done));
    },
  };
}

export function findMachine(machines: ReadonlyMap<string, Machine>, arn: string): Machine {
  const machine = machines.get(arn);
  if (!machine) throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  return machine;
}

function executionArn(machine: Machine, name: string = randomUUID()): string {
  if (name.length > 80 || !/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]+$/u.test(name)) {
    throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
  }
  return `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
}

function assertInput(input: string): void {
  if (Buffer.byteLength(input) > mostPayloadBytes) {
    throw new ServiceError(
      'ValidationException',
      `Value at 'input' failed to satisfy constraint: at most ${mostPayloadBytes} bytes`,
    );
  }
  try {
    JSON.parse(input);
  } catch (failure) {
    throw new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${String(failure)}'`);
  }
}

/** The same name starts nothing twice: the same answer while it runs on the same input, otherwise a refusal. */
function sameStart(existing: Execution, input: string): Execution {
  if (!hasEnded(existing) && inputOf(existing) === input) return existing;
  throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${existing.arn}'`);
}

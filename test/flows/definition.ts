import { readFileSync } from 'node:fs';

export const machines = ['publish', 'snapshot', 'approval'] as const;
export type MachineName = (typeof machines)[number];

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts: number;
  readonly JitterStrategy?: string;
}

export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly ResultPath?: string;
  readonly Next: string;
}

export interface ChoiceRule {
  readonly Variable: string;
  readonly StringEquals: string;
  readonly Next: string;
}

/** The fields of the language that our workflows may use; what else a state holds is refused by the lint of the subset. */
export interface State {
  readonly Type: 'Task' | 'Map' | 'Choice' | 'Succeed' | 'Fail';
  readonly Resource?: string;
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly TimeoutSeconds?: number;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
  readonly Choices?: readonly ChoiceRule[];
  readonly Default?: string;
  readonly ItemsPath?: string;
  readonly ItemSelector?: Readonly<Record<string, unknown>>;
  readonly MaxConcurrency?: number;
  readonly ItemProcessor?: Definition;
  readonly ResultPath?: string | null;
  readonly Next?: string;
  readonly Error?: string;
}

export interface Definition {
  readonly StartAt: string;
  readonly TimeoutSeconds?: number;
  readonly States: Readonly<Record<string, State>>;
}

const sourceOf = (machine: MachineName): string => readFileSync(`statemachines/${machine}.asl.json`, 'utf8');

/** The definition as it is deployed: free of placeholders. */
export const definitionOf = (machine: MachineName): Definition =>
  JSON.parse(
    sourceOf(machine)
      .replaceAll('${TaskFunction}', `arn:aws:lambda:us-east-1:000000000000:function:attest-dev-flow-${machine}`)
      .replaceAll('${Partition}', 'aws'),
  );

/** Every state of a machine with its name, those inside a Map too; `inMap` says so. */
export const statesOf = (definition: Definition, inMap = false): { name: string; state: State; inMap: boolean }[] =>
  Object.entries(definition.States).flatMap(([name, state]) => [
    { name, state, inMap },
    ...(state.ItemProcessor ? statesOf(state.ItemProcessor, true) : []),
  ]);

/** What a task is given: the payload of its function. */
export const payloadOf = ({ Parameters = {} }: State): Readonly<Record<string, unknown>> => {
  const { Payload } = Parameters;
  return typeof Payload === 'object' && Payload !== null ? { ...Payload } : Parameters;
};

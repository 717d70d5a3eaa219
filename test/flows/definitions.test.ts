import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { sizes } from '../../infra/sizes.ts';
import { lintDefinition } from '../../local/flows/definition/lint.ts';
import { patienceSeconds } from '../../shared/application/snapshots/given-up-at.ts';
import { checkSeconds } from '../../shared/domain/dataset/taken-up-again.ts';
import { contracts } from './contract.ts';
import { definitionOf, machines, payloadOf, type State, statesOf } from './definition.ts';

const named = (states: readonly { name: string }[]) => states.map(({ name }) => name);
const taskOf = (state: State): string => String(payloadOf(state)['task']);

/** Where a task's answer is kept: `$.plan` of `Plan`. */
const answers = (states: readonly { state: State }[]) =>
  new Map(states.filter(({ state }) => state.Type === 'Task').map(({ state }) => [state.ResultPath, taskOf(state)]));

describe.each(machines)('the workflow %s', (machine) => {
  const definition = definitionOf(machine);
  const states = statesOf(definition);
  const tasks = states.filter(({ state }) => state.Type === 'Task');
  const choices = states.filter(({ state }) => state.Type === 'Choice');
  const { outcomes } = contracts[machine];

  test('is valid in the language', () => {
    const { isValid, errorsText } = validate(definition);
    expect(isValid, errorsText()).toBe(true);
  });

  test('keeps to what runs on this machine exactly as on AWS', () => {
    expect(lintDefinition(definition)).toEqual([]);
  });

  test('decides nothing: a choice compares a named outcome to words, anything else fails', () => {
    const rules = choices.flatMap(({ state }) => state.Choices ?? []);
    expect(rules.filter(({ Variable }) => !/^\$\.[a-z]+\.outcome$/.test(Variable))).toEqual([]);
    expect(rules.flatMap((rule) => Object.keys(rule)).filter((key) => !ruleFields.has(key))).toEqual([]);
    for (const { state } of choices) expect(definition.States[state.Default ?? '']?.Type).toBe('Fail');
  });

  test('has a branch for each outcome of the task it asks, and for no other', () => {
    for (const { state } of choices) {
      const asked = answers(tasks).get(state.Choices?.[0]?.Variable.replace(/\.outcome$/, ''));
      expect(state.Choices?.map(({ StringEquals }) => StringEquals)).toEqual(outcomes[asked ?? '']);
    }
  });

  test('asks where a task has several outcomes', () => {
    const open = tasks.filter(({ state }) => (outcomes[taskOf(state)] ?? []).length > 1);
    const next = open.map(({ state }) => definition.States[state.Next ?? '']?.Type);
    expect(next).toEqual(open.map(() => 'Choice'));
  });

  test('has a state for each task of its contract, and no other', () => {
    expect(tasks.map(({ state }) => taskOf(state)).sort()).toEqual(Object.keys(outcomes).sort());
  });

  test('gives every task a time-out longer than its function has', () => {
    expect(named(tasks.filter(({ state }) => (state.TimeoutSeconds ?? 0) <= functionSeconds))).toEqual([]);
  });

  test('retries named errors with jitter, and States.ALL nowhere', () => {
    for (const { state } of tasks) {
      expect(state.Retry?.map(({ JitterStrategy }) => JitterStrategy)).toEqual(['FULL']);
      expect(state.Retry?.flatMap(({ ErrorEquals }) => ErrorEquals)).toEqual(transient);
    }
  });

  test('catches what is left, of a task inside a map by the map', () => {
    const catching = states.filter(({ state, inMap }) => state.Type === 'Map' || (state.Type === 'Task' && !inMap));
    const all = catching.map(({ state }) => state.Catch?.flatMap(({ ErrorEquals }) => ErrorEquals));
    expect(all).toEqual(catching.map(() => ['States.ALL']));
  });

  test('is over within a year whatever happens, and its tasks before it', () => {
    const longest = Math.max(...tasks.map(({ state }) => state.TimeoutSeconds ?? 0));
    expect(definition.TimeoutSeconds).toBeGreaterThan(longest);
    expect(definition.TimeoutSeconds).toBeLessThanOrEqual(365 * 86_400);
  });

  test('tells every task which execution it works for, so that a repeat does nothing', () => {
    expect(named(tasks.filter(({ state }) => !('execution.$' in payloadOf(state))))).toEqual([]);
  });

  test('runs at most forty chunks at once', () => {
    const maps = states.filter(({ state }) => state.Type === 'Map');
    expect(
      named(maps.filter(({ state }) => (state.MaxConcurrency ?? 0) < 1 || Number(state.MaxConcurrency) > 40)),
    ).toEqual([]);
  });
});

test('nobody gives up a snapshot while its flow may still be at work', () => {
  expect(definitionOf('snapshot').TimeoutSeconds).toBeLessThan(patienceSeconds);
});

test('nobody takes up an upload while its worker may still be at it', () => {
  expect(sizes['worker-ingest-upload'].timeout.toSeconds()).toBeLessThan(checkSeconds);
});

const ruleFields = new Set(['Variable', 'StringEquals', 'Next']);

/** infra/sizes.ts gives the tasks' functions this long; a task that ends earlier would leave its function running. */
const functionSeconds = 120;

const transient = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
  'Runtime.ExitError',
  'Sandbox.Timedout',
  'RetryTask',
];

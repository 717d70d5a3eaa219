import { expect, it } from 'vitest';
import { createFaults } from './faults.ts';

const call = (caller: string, operation: string) => ({ caller, service: 'dynamodb', operation });
const noFlows = { replace: () => {}, list: () => [] };

it('strikes the calls it names, from the nth on, as often as it says', () => {
  const faults = createFaults(noFlows);
  faults.set([{ caller: 'run-validation', operation: 'PutItem', nth: 2, times: 2, action: 'throttle' }]);
  const struck = [1, 2, 3, 4].map(() => faults.strike(call('attest-dev-worker-run-validation', 'PutItem'))?.action);
  expect(struck).toStrictEqual([undefined, 'throttle', 'throttle', undefined]);
  expect(faults.strike(call('attest-dev-worker-run-validation', 'GetItem'))).toBeUndefined();
  expect(faults.strike(call('attest-dev-api-events', 'PutItem'))).toBeUndefined();
  expect(faults.list()).toMatchObject([{ action: 'throttle', hits: 2 }]);
});

it('lets the first of two rules strike while both count the call', () => {
  const faults = createFaults(noFlows);
  faults.set([{ action: 'drop-reply' }, { action: 'delay', nth: 2, ms: 5 }]);
  expect(faults.strike(call('a', 'PutItem'))?.action).toBe('drop-reply');
  expect(faults.strike(call('a', 'PutItem'))?.action).toBe('delay');
});

it('hands the rules about flows on, and takes them back', () => {
  const given: unknown[] = [];
  const faults = createFaults({ replace: (rules) => void given.push(rules), list: () => [{ hits: 3 }] });
  faults.set([{ machine: 'publish', afterState: 'Freeze', action: 'abort' }, { action: 'throttle' }]);
  faults.clear();
  const rule = { machine: 'publish', afterState: 'Freeze', nth: 1, times: 1, action: 'abort' };
  expect(given).toStrictEqual([[rule], []]);
  expect(faults.list()).toStrictEqual([{ hits: 3 }]);
});

it('keeps its rules when the new ones are not understood', () => {
  const faults = createFaults(noFlows);
  faults.set([{ action: 'throttle' }]);
  expect(() => faults.set([{ action: 'explode' }])).toThrow('Invalid');
  expect(() => faults.set([{ action: 'throttle', operaton: 'PutItem' }])).toThrow('Unrecognized');
  expect(faults.strike(call('a', 'PutItem'))?.action).toBe('throttle');
});

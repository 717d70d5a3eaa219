import { expect, it } from 'vitest';
import { failedIds } from './batch-outcome.ts';
import { readMappings } from './mapping.ts';
import { aResource } from '../testing/resource.ts';

const mappingWith = (properties: object) => {
  const [mapping] = readMappings([
    aResource('AWS::Lambda::EventSourceMapping', 'm', { EventSourceArn: 'arn:q', FunctionName: 'f', ...properties }),
  ]);
  if (!mapping) throw new Error('The mapping was left out');
  return mapping;
};
const partial = mappingWith({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
const answered = (payload: unknown) => ({ payload, functionError: undefined });
const reported = (...ids: string[]) =>
  answered({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

it.each([
  ['nothing failed', answered(null), []],
  ['an empty list', reported(), []],
  ['one of two', reported('b'), ['b']],
  ['an id that was not in the batch', reported('x'), ['a', 'b']],
  ['an answer without sense', answered({ batchItemFailures: 'b' }), ['a', 'b']],
  ['an error', { payload: { errorMessage: 'boom' }, functionError: 'Unhandled' }, ['a', 'b']],
])('reads %s', (_what, outcome, failed) => {
  expect(failedIds(outcome, ['a', 'b'], partial)).toStrictEqual(failed);
});

it('ignores reports the mapping did not ask for', () => {
  expect(failedIds(reported('b'), ['a', 'b'], mappingWith({}))).toStrictEqual([]);
});

it('leaves out a disabled mapping', () => {
  const disabled = { EventSourceArn: 'arn:q', FunctionName: 'f', Enabled: false };
  expect(readMappings([aResource('AWS::Lambda::EventSourceMapping', 'm', disabled)])).toStrictEqual([]);
});

import { expect, it } from 'vitest';
import { parseFilterPattern } from './filter-pattern.ts';

const inserted = {
  eventName: 'INSERT',
  dynamodb: { Keys: { pk: { S: 'OUTBOX#1' } }, NewImage: { kind: { S: 'mail' }, tries: { N: '0' } } },
};

it.each([
  ['a value that is listed', { eventName: ['INSERT', 'MODIFY'] }, true],
  ['a value that is not listed', { eventName: ['REMOVE'] }, false],
  ['a beginning', { dynamodb: { Keys: { pk: { S: [{ prefix: 'OUTBOX#' }] } } } }, true],
  ['another beginning', { dynamodb: { Keys: { pk: { S: [{ prefix: 'EVT#' }] } } } }, false],
  ['an ending', { dynamodb: { Keys: { pk: { S: [{ suffix: '#1' }] } } } }, true],
  ['a field that exists', { dynamodb: { NewImage: { kind: [{ exists: true }] } } }, true],
  ['a field that should be absent', { dynamodb: { NewImage: { kind: { S: [{ exists: false }] } } } }, false],
  ['an absent field of an absent part', { dynamodb: { OldImage: { kind: { S: [{ exists: false }] } } } }, true],
  ['anything but this', { dynamodb: { NewImage: { kind: { S: [{ 'anything-but': ['alert'] }] } } } }, true],
  ['anything but what it is', { dynamodb: { NewImage: { kind: { S: [{ 'anything-but': 'mail' }] } } } }, false],
  ['two fields of which one fails', { eventName: ['INSERT'], awsRegion: ['eu-west-1'] }, false],
])('decides over %s', (_what, pattern, passes) => {
  expect(parseFilterPattern(pattern)(inserted)).toBe(passes);
});

it('refuses a comparison that is not emulated', () => {
  expect(() => parseFilterPattern({ size: [{ numeric: ['>', 5] }] })).toThrow('Invalid');
});

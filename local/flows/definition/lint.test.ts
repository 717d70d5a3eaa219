import { describe, expect, it } from 'vitest';
import { lintDefinition } from './lint.ts';

const task = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'f', 'Payload.$': '$' },
  End: true,
};
const of = (state: object, more: object = {}) => ({ StartAt: 'S', States: { S: state }, ...more });
const item = { StartAt: 'Item', States: { Item: { Type: 'Pass', End: true } } };
const map = (more: object, processor: object = {}) =>
  of({ Type: 'Map', ItemProcessor: { ...item, ...processor }, End: true, ...more });
const passing = (expression: string) => of({ Type: 'Pass', Parameters: { 'x.$': expression }, End: true });

describe('a definition within the subset', () => {
  it.each([
    [
      'a task with retries and a catch',
      of({ ...task, Retry: [], Catch: [{ ErrorEquals: ['States.ALL'], Next: 'S' }] }),
    ],
    ['an inline Map', map({ ItemsPath: '$.items', MaxConcurrency: 40 }, { ProcessorConfig: { Mode: 'INLINE' } })],
    ['a plain path', passing('$.a.b[0]')],
    ['the context', passing('$$.Execution.Input.a')],
    ['nested intrinsic functions', passing("States.Format('{}#{}', $.a, States.ArrayGetItem($.b, 0))")],
    ['a Result that only looks like a template', of({ Type: 'Pass', Result: { 'x.$': '$foo' }, End: true })],
    ['a spelled-out JSONPath', of(task, { QueryLanguage: 'JSONPath' })],
  ])('has no problem: %s', (_what, definition) => {
    expect(lintDefinition(definition)).toEqual([]);
  });
});

describe('a definition that would run differently on AWS', () => {
  it.each([
    ['JSONata', of(task, { QueryLanguage: 'JSONata' }), 'JSONPath only'],
    ['JSONata of one state', of({ ...task, QueryLanguage: 'JSONata' }), 'JSONPath only'],
    ['JSONata arguments', of({ ...task, Arguments: {} }), 'Arguments is outside'],
    ['variables', of({ ...task, Assign: { a: 1 } }), 'Assign is outside'],
    ['a variable read', passing('$foo.bar'), 'variables are outside'],
    ['a Distributed Map', map({}, { ProcessorConfig: { Mode: 'DISTRIBUTED' } }), 'INLINE only'],
    ['an ItemReader', map({ ItemReader: {} }), 'ItemReader is outside'],
    ['a ResultWriter', map({ ResultWriter: {} }), 'ResultWriter is outside'],
    ['an ItemBatcher', map({ ItemBatcher: {} }), 'ItemBatcher is outside'],
    ['forty-one at once', map({ MaxConcurrency: 41 }), 'at most 40'],
    ['a heartbeat', of({ ...task, HeartbeatSeconds: 10 }), 'HeartbeatSeconds is outside'],
    ['a time-out by path', of({ ...task, TimeoutSecondsPath: '$.t' }), 'TimeoutSecondsPath is outside'],
    [
      'a wait until a timestamp',
      of({ Type: 'Wait', Timestamp: '2030-01-01T00:00:00Z', End: true }),
      'Timestamp is outside',
    ],
    ['$$.State in an iterator', map({}, passing('$$.State.Name')), '$$.State is not available'],
    ['the whole context', passing('$$'), 'read from the context'],
    ['a wildcard', passing('$.items[*].id'), 'wildcards'],
    ['a slice', passing('$.items[0:2]'), 'slices'],
    ['brackets', passing("$['a b']"), 'with a dot'],
    ['a quoted ResultPath', of({ ...task, ResultPath: "$['a']" }), 'plain path'],
    ['JsonToString', passing('States.JsonToString($.a)'), 'States.JsonToString is outside'],
    ['an escape', passing("States.Format('\\{}', $.a)"), 'escapes'],
    ['a forbidden path inside a function', passing('States.ArrayLength($.a[*])'), 'wildcards'],
    ['a function where AWS takes a path', of({ Type: 'Fail', CausePath: "States.Format('x')" }), 'takes a path only'],
    ['a service without integration', of({ ...task, Resource: 'arn:aws:states:::sns:publish' }), 'not integrated'],
    ['a job awaited', of({ ...task, Resource: 'arn:aws:states:::states:startExecution.sync:2' }), 'not integrated'],
    ['a wait nobody can answer', of({ ...task, Resource: `${task.Resource}.waitForTaskToken` }), 'nobody could answer'],
    ['a transition into nothing', of({ Type: 'Pass', Next: 'T' }), 'there is no state "T"'],
    ['a catch into nothing', of({ ...task, Catch: [{ ErrorEquals: ['X'], Next: 'T' }] }), 'there is no state "T"'],
    ['a start nowhere', of(task, { StartAt: 'T' }), 'StartAt names no state'],
    ['a name used twice', map({}, of({ Type: 'Pass', End: true })), 'used twice'],
    ['an unknown type', of({ Type: 'Job', End: true }), 'type Job is unknown'],
    ['a misspelt field', of({ ...task, Paramaters: {} }), 'Paramaters is outside'],
    [
      'JSONata in a choice',
      of({ Type: 'Choice', Choices: [{ Not: { Condition: '{% true %}' }, Next: 'S' }] }),
      'Condition in a choice is outside',
    ],
  ])('is named: %s', (_what, definition, problem) => {
    expect(lintDefinition(definition).join('\n')).toContain(problem);
  });
});

it('says which state breaks the subset', () => {
  expect(lintDefinition(of({ ...task, HeartbeatSeconds: 10 }))).toEqual([
    'State "S": HeartbeatSeconds is outside the subset',
  ]);
});

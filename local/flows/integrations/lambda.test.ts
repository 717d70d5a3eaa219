import { expect, it } from 'vitest';
import { arnOfFunction, startFlows } from '../fixtures/flow-world.ts';

const invoking = (FunctionName: string, more: object = {}) => ({
  StartAt: 'Work',
  States: {
    Work: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName, 'Payload.$': '$' },
      End: true,
      ...more,
    },
  },
});
const functions = { work: (input: unknown) => ({ got: input }) };

it.each([
  ['its ARN', arnOfFunction('work')],
  ['its ARN with a version', `${arnOfFunction('work')}:$LATEST`],
  ['its name', 'work'],
])('answers an invocation by %s with the payload in an envelope', async (_what, name) => {
  const { run } = await startFlows({ machines: { M: invoking(name) }, functions });
  expect(JSON.parse((await run('M', { a: 1 })).output ?? '')).toMatchObject({
    Payload: { got: { a: 1 } },
    StatusCode: 200,
  });
});

it('checks the role of the machine for exactly the function it calls', async () => {
  const asked: string[][] = [];
  const { run, history } = await startFlows({
    machines: { M: invoking('work') },
    functions,
    authorize: (...question) => {
      asked.push(question);
      return false;
    },
  });
  const outcome = await run('M');
  expect(asked).toEqual([['arn:aws:iam::000000000000:role/M', 'lambda:InvokeFunction', arnOfFunction('work')]]);
  expect(outcome).toMatchObject({ status: 'FAILED', error: 'Lambda.AWSLambdaException' });
  expect(outcome.cause).toContain('role/M is not authorized to perform: lambda:InvokeFunction');
  expect((await history(outcome.executionArn ?? '')).map(({ type }) => type)).toContain('TaskFailed');
});

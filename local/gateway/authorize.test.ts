import { expect, it } from 'vitest';
import { aResource } from '../testing/resource.ts';
import { createAuthorizer } from './authorize.ts';

const roleArn = 'arn:aws:iam::000000000000:role/worker';
const policyArn = 'arn:aws:iam::000000000000:policy/shared';
const allow = (action: string) => ({ Statement: { Effect: 'Allow', Action: action, Resource: '*' } });

it('gathers what a role may from its own, its attached and its managed policies', () => {
  const role = aResource('AWS::IAM::Role', 'worker', {
    Policies: [{ PolicyName: 'own', PolicyDocument: allow('s3:GetObject') }],
    ManagedPolicyArns: [policyArn, 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
  });
  const authorize = createAuthorizer([
    { ...role, arn: roleArn },
    aResource('AWS::IAM::Policy', 'attached', { Roles: ['worker'], PolicyDocument: allow('sqs:SendMessage') }),
    aResource('AWS::IAM::ManagedPolicy', policyArn, { PolicyDocument: allow('states:StartExecution') }),
    aResource('AWS::IAM::ManagedPolicy', 'arn:x', { Roles: ['other'], PolicyDocument: allow('ses:SendEmail') }),
  ]);
  const may = (action: string) => authorize(roleArn, action, 'anything');
  expect(['s3:GetObject', 'sqs:SendMessage', 'states:StartExecution'].map(may)).toStrictEqual([true, true, true]);
  expect(may('ses:SendEmail')).toBe(false);
  expect(authorize('arn:aws:iam::000000000000:role/unknown', 's3:GetObject', 'anything')).toBe(false);
});

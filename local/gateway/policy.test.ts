import { describe, expect, it } from 'vitest';
import { isAllowed, policyDocument } from './policy.ts';

const statements = (...Statement: object[]) => policyDocument.parse({ Statement }).Statement;
const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/letters';

describe('the decision over policies', () => {
  it('is no when nothing allows it', () => {
    expect(isAllowed([], 'dynamodb:PutItem', table)).toBe(false);
  });

  it('covers actions and resources with wildcards, actions in any case', () => {
    const policy = statements({ Effect: 'Allow', Action: ['DynamoDB:Put*', 'sqs:Send?essage'], Resource: `${table}*` });
    expect(isAllowed(policy, 'dynamodb:PutItem', table)).toBe(true);
    expect(isAllowed(policy, 'dynamodb:PutItem', `${table}/index/GSI1`)).toBe(true);
    expect(isAllowed(policy, 'dynamodb:GetItem', table)).toBe(false);
    expect(isAllowed(policy, 'dynamodb:PutItem', table.toUpperCase())).toBe(false);
  });

  it('takes one text for a list of one', () => {
    const policy = statements({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' });
    expect(isAllowed(policy, 's3:GetObject', 'arn:aws:s3:::data/a/b')).toBe(true);
    expect(isAllowed(policy, 's3:GetObject', 'arn:aws:s3:::data')).toBe(false);
  });

  it('lets a denial win', () => {
    const policy = statements(
      { Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' },
      { Effect: 'Deny', Action: 'dynamodb:DeleteItem', Resource: table },
    );
    expect(isAllowed(policy, 'dynamodb:DeleteItem', table)).toBe(false);
    expect(isAllowed(policy, 'dynamodb:PutItem', table)).toBe(true);
  });

  it('denies by the key of the item', () => {
    const policy = statements(
      { Effect: 'Allow', Action: 'dynamodb:UpdateItem', Resource: table },
      {
        Effect: 'Deny',
        Action: 'dynamodb:UpdateItem',
        Resource: table,
        Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['EVT#*#AUDIT'] } },
      },
    );
    const update = (key: string) => isAllowed(policy, 'dynamodb:UpdateItem', table, { 'dynamodb:LeadingKeys': [key] });
    expect(update('EVT#1#P')).toBe(true);
    expect(update('EVT#1#AUDIT')).toBe(false);
  });

  it('allows only the keys that are named', () => {
    const policy = statements({
      Effect: 'Allow',
      Action: 'dynamodb:GetItem',
      Resource: table,
      Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['SETTINGS', 'USER'] } },
    });
    const get = (...keys: string[]) => isAllowed(policy, 'dynamodb:GetItem', table, { 'dynamodb:LeadingKeys': keys });
    expect(get('SETTINGS', 'USER')).toBe(true);
    expect(get('SETTINGS', 'ORG')).toBe(false);
  });

  it('takes a condition on an unknown key as met in a permission, as not met in a denial', () => {
    const Condition = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } };
    const allowed = statements({ Effect: 'Allow', Action: '*', Resource: '*', Condition });
    const denied = statements(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: '*', Resource: '*', Condition },
    );
    expect(isAllowed(allowed, 'sqs:SendMessage', 'q')).toBe(true);
    expect(isAllowed(denied, 'sqs:SendMessage', 'q')).toBe(true);
  });

  it('excludes what NotAction and NotResource name', () => {
    const policy = statements({ Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::locked/*' });
    expect(isAllowed(policy, 's3:PutObject', 'arn:aws:s3:::open/a')).toBe(true);
    expect(isAllowed(policy, 's3:PutObject', 'arn:aws:s3:::locked/a')).toBe(false);
    expect(isAllowed(policy, 'iam:PassRole', 'arn:aws:iam::000000000000:role/r')).toBe(false);
  });
});

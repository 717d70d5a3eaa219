import { describe, expect, it } from 'vitest';
import { noValue, resolve, type Scope } from './intrinsics.ts';

const scope: Scope = {
  ref: (logicalId) => ({ Table: 'letters', Stage: 'dev' })[logicalId] ?? `unknown ${logicalId}`,
  attribute: (logicalId, name) => `${logicalId}/${name}`,
  importValue: (name) => `imported ${name}`,
  condition: (name) => name === 'Production',
  mapping: (...path) => path.join('.'),
};

describe('intrinsic functions', () => {
  it.each([
    ['a reference', { Ref: 'Table' }, 'letters'],
    ['an attribute', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'Table/Arn'],
    ['an attribute in its dotted form', { 'Fn::GetAtt': 'Table.Stream.Arn' }, 'Table/Stream.Arn'],
    ['joined parts', { 'Fn::Join': [':', ['arn', { Ref: 'Table' }]] }, 'arn:letters'],
    ['a pattern', { 'Fn::Sub': '${Stage}-${Table.Arn}-${!Literal}' }, 'dev-Table/Arn-${Literal}'],
    ['a pattern with variables', { 'Fn::Sub': ['${own}/${Stage}', { own: { Ref: 'Table' } }] }, 'letters/dev'],
    ['a choice by number', { 'Fn::Select': ['1', ['a', { Ref: 'Table' }]] }, 'letters'],
    ['a choice from a split text', { 'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['A', 'B'] }] }] }, 'B'],
    ['the arm of a condition that holds', { 'Fn::If': ['Production', { Ref: 'Table' }, 'other'] }, 'letters'],
    ['an import', { 'Fn::ImportValue': { 'Fn::Sub': 'Data:${Stage}' } }, 'imported Data:dev'],
    ['a mapping', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, 'Sizes.dev.memory'],
    ['nested conditions', { 'Fn::And': [{ Condition: 'Production' }, { 'Fn::Not': [{ Condition: 'Test' }] }] }, true],
    ['one of two conditions', { 'Fn::Or': [{ Condition: 'Test' }, { 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] }] }, true],
  ])('give %s its value', (_what, piece, value) => {
    expect(resolve(piece, scope)).toStrictEqual(value);
  });

  it('leave out what has no value', () => {
    const piece = {
      kept: 1,
      gone: { Ref: 'AWS::NoValue' },
      list: [{ 'Fn::If': ['Test', 'a', { Ref: 'AWS::NoValue' }] }, 'b'],
    };
    expect(resolve(piece, scope)).toStrictEqual({ kept: 1, list: ['b'] });
    expect(resolve({ Ref: 'AWS::NoValue' }, scope)).toBe(noValue);
  });

  it('leave the condition of a policy statement alone', () => {
    const statement = { Condition: { StringEquals: { 'aws:ResourceAccount': { Ref: 'Stage' } } } };
    expect(resolve(statement, scope)).toStrictEqual({ Condition: { StringEquals: { 'aws:ResourceAccount': 'dev' } } });
  });

  it('name the function that is not known here', () => {
    expect(() => resolve({ 'Fn::Cidr': [] }, scope)).toThrow('Fn::Cidr');
  });
});

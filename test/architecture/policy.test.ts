import { describe, expect, it } from 'vitest';
import { operations } from '../../shared/contracts/operations.ts';
import { policy } from '../../shared/domain/access/policy.ts';
import { problems } from '../../shared/runtime/http/problems.ts';
import { refusalCodes } from '../../shared/domain/refusal.ts';

describe('The policy table', () => {
  it('rules on exactly the operations of the contract that need a token', () => {
    const ruled = Object.keys(policy).filter((name) => !name.includes(':'));
    const offered = operations.filter(({ auth }) => auth === 'token').map(({ operationId }) => operationId);
    expect(ruled.sort()).toEqual([...offered].sort());
  });
});

describe('The catalogue of problems', () => {
  it('has a status and a sentence for every refusal of the domain', () => {
    expect(refusalCodes.filter((code) => problems[code][1] === '')).toEqual([]);
  });
});

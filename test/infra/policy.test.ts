import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { describe, expect, test } from 'vitest';
import { acknowledged } from '../../infra/policy/acknowledged.ts';
import { assess } from '../../infra/policy/assess.ts';
import { type Finding, judge } from '../../infra/policy/findings.ts';

// A fixed day: whether a review is due is asked by `npm run policy`, not by a test that would fail one morning.
const today = '2026-11-26';

const inProduction = assess();

describe('the public packs on a production deployment', () => {
  test('find nothing that is not acknowledged, warnings included', () => {
    expect(judge(inProduction, today).unacknowledged).toEqual([]);
  });

  test('still find everything that is acknowledged', () => {
    expect(judge(inProduction, today).stale).toEqual([]);
  });

  test('would find a table that cannot be restored', () => {
    const found = assess((app) => {
      for (const node of app.node.findAll())
        if (node instanceof CfnTable) node.pointInTimeRecoverySpecification = { pointInTimeRecoveryEnabled: false };
    });
    expect(judge(found, today).unacknowledged.map(({ rule }) => rule)).toContain('AwsSolutions-DDB3');
  });
});

describe('an acknowledgement', () => {
  const finding: Finding = { rule: 'Pack-A1', at: 'Stack/Queue' };
  const one = { rule: /^Pack-A1$/, at: /Queue/, reason: 'because', owner: 'me', reviewBy: '2027-01-01' };

  test('covers its rule at its place until its review', () => {
    expect(judge([finding], '2026-12-31', [one])).toEqual({ unacknowledged: [], stale: [] });
    expect(judge([finding], '2027-01-01', [one])).toEqual({ unacknowledged: [finding], stale: [one] });
    expect(judge([{ ...finding, at: 'Stack/Table' }], today, [one]).unacknowledged).toHaveLength(1);
    expect(judge([{ ...finding, rule: 'Pack-A11' }], today, [one]).unacknowledged).toHaveLength(1);
  });

  test('says why at some length, who answers for it, and when it is looked at again; there are few', () => {
    expect(acknowledged.length).toBeLessThanOrEqual(40);
    for (const { reason, owner, reviewBy } of acknowledged) {
      expect(reason.length).toBeGreaterThanOrEqual(40);
      expect(owner).not.toBe('');
      expect(reviewBy).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});

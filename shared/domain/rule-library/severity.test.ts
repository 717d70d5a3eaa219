import { expect, test } from 'vitest';
import { aRuleVersion } from '../../../test/builders/rule-library.ts';
import { asTaken, isFatalListing, stricter } from './severity.ts';

test('a rule counts as its author says, unless its group says otherwise', () => {
  const asInfo = asTaken(aRuleVersion({ severity: 'FATAL' }), { severityOverride: 'INFO' });
  expect(asInfo).toEqual(aRuleVersion({ severity: 'INFO' }));
  expect(asTaken(aRuleVersion({ severity: 'FATAL' }), { severityOverride: null }).severity).toBe('FATAL');
});

test('a listing blocks nobody, whatever its group says', () => {
  expect(isFatalListing({ severityOverride: 'FATAL' }, { kind: 'LISTING' })).toBe(true);
  expect(isFatalListing({ severityOverride: 'WARNING' }, { kind: 'LISTING' })).toBe(false);
  expect(isFatalListing({ severityOverride: 'FATAL' }, { kind: 'FINDINGS' })).toBe(false);
});

test('of one rule in two groups the strictest counts, in whatever order they are linked', () => {
  const [fatal, warning] = [aRuleVersion({ severity: 'FATAL' }), aRuleVersion({ severity: 'WARNING' })];
  expect(stricter(fatal, warning)).toBe(fatal);
  expect(stricter(warning, fatal)).toBe(fatal);
  expect(stricter(warning, aRuleVersion({ severity: 'WARNING', name: 'Late' }))).toBe(warning);
});

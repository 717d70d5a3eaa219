import { describe, expect, it } from 'vitest';
import { aGroup, aRule, aRuleVersion, ruleFields } from '../../../test/builders/rule-library.ts';
import { groupId, ruleId } from '../../kernel/ids.ts';
import type { GroupFields, RuleCommand } from './commands.ts';
import { decideChangeGroup, decideCreateGroup } from './decide-group.ts';
import { decideCreateRule, decideRule } from './decide-rule.ts';
import { evolveGroup, evolveRule } from './evolve.ts';
import { type Rule, ruleStatuses } from './state.ts';

const refusedRule = (rule: Rule, command: RuleCommand) => {
  const decided = decideRule(rule, command);
  return decided.ok ? null : decided.failure;
};

describe('A rule', () => {
  const listing = ruleFields({ kind: 'LISTING', severity: 'FATAL' });
  const anew = { status: 'ACTIVE', codeTaken: false } as const;
  const fatalListing = { code: 'LISTING_FATAL', pointer: '/severity' };

  it('that lists rows cannot be Fatal, in no version', () => {
    const decided = decideCreateRule({ type: 'createRule', id: ruleId('rul_1'), fields: listing, ...anew });
    expect(decided.ok ? null : decided.failure).toEqual(fatalListing);
    expect(refusedRule(aRule(), { type: 'createRuleVersion', fields: listing })).toEqual(fatalListing);
    const info = decideCreateRule({
      type: 'createRule',
      id: ruleId('rul_1'),
      fields: { ...listing, severity: 'INFO' },
      ...anew,
    });
    const version = { ...listing, severity: 'INFO', id: 'rul_1', ruleVersion: 1 };
    expect(info).toEqual({ ok: true, value: [{ type: 'RuleCreated', version, status: 'ACTIVE' }] });
    const fatal = { type: 'createRuleVersion', fields: ruleFields({ severity: 'FATAL' }) } as const;
    expect(refusedRule(aRule(), fatal)).toBeNull();
  });

  it('gets new versions while active, always of its own level', () => {
    const fields = ruleFields({ name: 'Late' });
    const decided = decideRule(aRule({ ruleVersion: 3 }), { type: 'createRuleVersion', fields });
    expect(decided.ok && decided.value.reduce(evolveRule, aRule({ ruleVersion: 3 }))).toMatchObject({
      status: 'ACTIVE',
      newest: { ruleVersion: 4, name: 'Late' },
    });
    const school = { type: 'createRuleVersion', fields: ruleFields({ level: 'SCHOOL' }) } as const;
    expect(refusedRule(aRule(), school)).toEqual({ code: 'LEVEL_FIXED', pointer: '/level' });
    expect(refusedRule(aRule({}, 'DRAFT'), { type: 'createRuleVersion', fields })).toBeNull();
    expect(refusedRule(aRule({}, 'ARCHIVED'), { type: 'createRuleVersion', fields })).toEqual({
      code: 'WRONG_STATUS',
      facts: { status: 'ARCHIVED' },
    });
  });

  it('goes from draft to active, is archived and can come back, and never is a draft again', () => {
    const possible = ruleStatuses.map((from) =>
      ruleStatuses.filter((status) => refusedRule(aRule({}, from), { type: 'changeRule', status }) === null),
    );
    expect(possible).toEqual([
      ['DRAFT', 'ACTIVE', 'ARCHIVED'],
      ['ACTIVE', 'ARCHIVED'],
      ['ACTIVE', 'ARCHIVED'],
    ]);
    expect(refusedRule(aRule(), { type: 'changeRule', status: 'DRAFT' })).toEqual({
      code: 'WRONG_STATUS',
      facts: { status: 'ACTIVE' },
    });
  });

  it('has a code of its own, for ever', () => {
    const create = { type: 'createRule', id: ruleId('rul_1'), fields: ruleFields(), status: 'ACTIVE' } as const;
    const decided = decideCreateRule({ ...create, codeTaken: true });
    expect(decided.ok ? null : decided.failure).toEqual({ code: 'CODE_TAKEN' });
    const renamed = { type: 'createRuleVersion', fields: ruleFields({ code: 'TAR-2' }) } as const;
    expect(refusedRule(aRule(), renamed)).toEqual({ code: 'CODE_FIXED', pointer: '/code' });
    const help = { type: 'createRuleVersion', fields: ruleFields({ helpUrl: 'javascript:alert(1)' }) } as const;
    expect(refusedRule(aRule(), help)).toEqual({ code: 'URL_INVALID', pointer: '/helpUrl' });
    const created = decideCreateRule({ ...create, fields: help.fields, codeTaken: false });
    expect(created).toEqual({ ok: false, failure: { code: 'URL_INVALID', pointer: '/helpUrl' } });
    const helpful = { type: 'createRuleVersion', fields: ruleFields({ helpUrl: 'https://example.org/help' }) } as const;
    expect(refusedRule(aRule(), helpful)).toBeNull();
  });

  it('is archived once', () => {
    const archive = { type: 'changeRule', status: 'ARCHIVED' } as const;
    const decided = decideRule(aRule(), archive);
    expect(decided.ok && decided.value.reduce(evolveRule, aRule()).status).toBe('ARCHIVED');
    expect(decideRule(aRule({}, 'ARCHIVED'), archive)).toEqual({ ok: true, value: [] });
  });

  it('begins active with its first version', () => {
    const created = { type: 'RuleCreated', version: aRuleVersion(), status: 'ACTIVE' } as const;
    expect(evolveRule(aRule({}, 'ARCHIVED'), created)).toEqual(aRule());
  });
});

describe('A validation group', () => {
  const { id: _id, groupVersion: _version, ...fields } = aGroup();
  const library = (rule: Rule = aRule({ ruleVersion: 2 })) => new Map([[rule.id, rule]]);
  const create = (changes: Partial<GroupFields> = {}, rules = library()) =>
    decideCreateGroup({
      type: 'createValidationGroup',
      id: groupId('grp_1'),
      fields: { ...fields, ...changes },
      rules,
    });
  const refused = (changes: Partial<GroupFields> = {}, rules = library()) => {
    const decided = create(changes, rules);
    return decided.ok ? null : [decided.failure.code, decided.failure.pointer];
  };
  const entry = (ruleVersion: number | null) => ({
    rules: [{ ruleId: ruleId('rul_tardy'), ruleVersion, severityOverride: null, enabled: true }],
  });

  it('takes no rule that is unknown, archived, or in a version that does not exist', () => {
    expect(refused({}, new Map())).toEqual(['REFERENCE_UNKNOWN', '/rules/0']);
    expect(refused({}, library(aRule({}, 'ARCHIVED')))).toEqual(['REFERENCE_UNKNOWN', '/rules/0']);
    expect(refused(entry(3))).toEqual(['REFERENCE_UNKNOWN', '/rules/0']);
    expect(refused(entry(2))).toBeNull();
  });

  it('keeps a rule that was archived since, and takes none that is a draft', () => {
    const archived = library(aRule({ ruleVersion: 2 }, 'ARCHIVED'));
    const change = { type: 'changeValidationGroup', fields: { active: false }, rules: archived } as const;
    expect(decideChangeGroup(aGroup(), change)).toEqual({
      ok: true,
      value: [{ type: 'ValidationGroupChanged', group: aGroup({ active: false, groupVersion: 2 }) }],
    });
    const other = aRule({ id: ruleId('rul_late') }, 'ARCHIVED');
    const rules = [...fields.rules, ...fields.rules.map((one) => ({ ...one, ruleId: other.id }))];
    const both = new Map([...archived, [other.id, other]]);
    expect(decideChangeGroup(aGroup(), { ...change, fields: { rules }, rules: both })).toEqual({
      ok: false,
      failure: { code: 'REFERENCE_UNKNOWN', pointer: '/rules/1' },
    });
    expect(refused({}, library(aRule({}, 'DRAFT')))).toEqual(['REFERENCE_UNKNOWN', '/rules/0']);
  });

  it('points at the rule that does not fit, wherever it stands', () => {
    const unknown = entry(null).rules.map((one) => ({ ...one, ruleId: ruleId('rul_gone') }));
    expect(refused({ rules: [...entry(null).rules, ...unknown] })).toEqual(['REFERENCE_UNKNOWN', '/rules/1']);
  });

  it('makes no listing Fatal', () => {
    const rules = entry(null).rules.map((one) => ({ ...one, severityOverride: 'FATAL' as const }));
    expect(refused({ rules }, library(aRule({ kind: 'LISTING', severity: 'INFO' })))).toEqual([
      'LISTING_FATAL',
      '/rules/0/severityOverride',
    ]);
    expect(refused({ rules })).toBeNull();
  });

  it('begins with its first version, of what was asked for', () => {
    const group = { ...fields, id: groupId('grp_1'), groupVersion: 1 };
    expect(create()).toEqual({ ok: true, value: [{ type: 'ValidationGroupCreated', group }] });
  });

  it('takes no rule of another level', () => {
    expect(refused({ level: 'SCHOOL' })).toEqual(['LEVEL_MISMATCH', '/rules/0']);
  });

  it('may hold a rule with an ad hoc filter', () => {
    expect(refused({}, library(aRule({ adHocFilter: true })))).toBeNull();
  });

  it('is a new version with every change', () => {
    const change = { type: 'changeValidationGroup', fields: { active: false }, rules: library() } as const;
    const decided = decideChangeGroup(aGroup(), change);
    expect(decided.ok && decided.value.reduce(evolveGroup, aGroup())).toEqual(
      aGroup({ active: false, groupVersion: 2 }),
    );
    const moved = decideChangeGroup(aGroup(), { ...change, fields: { level: 'SCHOOL' } });
    expect(moved.ok ? null : moved.failure.code).toBe('LEVEL_MISMATCH');
  });
});

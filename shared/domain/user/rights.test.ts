import { describe, expect, it } from 'vitest';
import { aCertifier, aStateUser, aUser, person, system } from '../../../test/builders/people.ts';
import type { Actor } from '../actor.ts';
import { decideUser } from './decide.ts';
import { evolveUser } from './evolve.ts';
import { canonicalRights, isAdministrator } from './rights.ts';
import type { User } from './state.ts';

const admin = person(aStateUser('admin', { rights: { SETTINGS: 'RWAD' } }));

const replaced = (user: User, rights: User['rights'], actor: Actor = admin) => {
  const decided = decideUser(user, { type: 'replaceRights', rights }, { actor });
  return decided.ok ? decided.value.reduce<User>(evolveUser, user).rights : decided.failure;
};

const rita = aUser('rita', { rights: { CERTIFICATION_EVENT: 'RW' } });

describe('Rights', () => {
  it('are letters in one order and each once, however they were written', () => {
    expect(canonicalRights('DAWRR')).toBe('RWAD');
    expect(canonicalRights('AR')).toBe('RA');
    expect(canonicalRights('')).toBe('');
  });

  it('are replaced as a whole: what is left out is taken away', () => {
    expect(replaced(rita, { DATASETS: 'WR', BATCH_QUEUE: '' })).toEqual({ DATASETS: 'RW' });
    expect(replaced(rita, {}, system)).toEqual({});
  });

  it.each([
    ['the same', { CERTIFICATION_EVENT: 'WR' }, 0],
    ['one letter more', { CERTIFICATION_EVENT: 'RWA' }, 1],
    ['one letter less', { CERTIFICATION_EVENT: 'R' }, 1],
  ])('that are %s change as often as that says', (_what, rights, times) => {
    const decided = decideUser(rita, { type: 'replaceRights', rights }, { actor: admin });
    expect(decided.ok && decided.value).toHaveLength(times);
  });
});

describe('An administrator', () => {
  it('has all letters of the settings, on the state’s side', () => {
    expect(isAdministrator({ side: 'STATE', rights: { SETTINGS: 'DAWR' } })).toBe(true);
    expect(isAdministrator({ side: 'STATE', rights: { SETTINGS: 'RWA' } })).toBe(false);
    expect(isAdministrator({ side: 'LOCAL', rights: { SETTINGS: 'RWAD' } })).toBe(false);
    expect(isAdministrator({ side: 'STATE', rights: {} })).toBe(false);
  });

  const olga = aStateUser('olga', { rights: { SETTINGS: 'RWAD', EVENT_REPORT: 'R' } });

  it('raises nobody’s rights but others’, and does not resign', () => {
    const more = { SETTINGS: 'RWAD', EVENT_REPORT: 'RW', DATASETS: 'R' };
    const raised = { code: 'OWN_RIGHTS', facts: { tools: ['EVENT_REPORT', 'DATASETS'] } };
    expect(replaced(olga, more, person(olga))).toEqual(raised);
    expect(replaced(olga, more)).toEqual(more);
    expect(replaced(olga, { SETTINGS: 'RWA' }, person(olga))).toEqual({ code: 'OWN_ADMINISTRATION' });
    expect(replaced(olga, { SETTINGS: 'RWA' })).toEqual({ SETTINGS: 'RWA' });
    expect(replaced(olga, { SETTINGS: 'RWAD' }, person(olga))).toEqual({ SETTINGS: 'RWAD' });
  });

  it('is not what somebody without the settings gives up when he lays down a right', () => {
    const stan = aStateUser('stan', { rights: { SETTINGS: 'R', EVENT_REPORT: 'R' } });
    expect(replaced(stan, { SETTINGS: 'R' }, person(stan))).toEqual({ SETTINGS: 'R' });
  });
});

describe('In a district nobody hands out', () => {
  const dean = person(aUser('dean', { rights: { CERTIFICATION_EVENT: 'RWA', EVENT_REPORT: 'R' } }));
  const exceeded = (...tools: readonly string[]) => ({ code: 'RIGHTS_EXCEEDED', facts: { tools } });

  it('more than he has', () => {
    expect(replaced(rita, { CERTIFICATION_EVENT: 'RWA' }, dean)).toEqual({ CERTIFICATION_EVENT: 'RWA' });
    const beyond = { CERTIFICATION_EVENT: 'RWAD', DATASETS: 'R' };
    expect(replaced(rita, beyond, dean)).toEqual(exceeded('CERTIFICATION_EVENT', 'DATASETS'));
  });

  it('a right of the state’s side, even one he has', () => {
    expect(replaced(rita, { EVENT_REPORT: 'R' }, dean)).toEqual(exceeded('EVENT_REPORT'));
  });

  it('what somebody had already, which therefore may stay or go', () => {
    const ana = aCertifier('ana', { rights: { DATASETS: 'RWAD', CERTIFICATION_EVENT: 'R' } });
    expect(replaced(ana, { DATASETS: 'RWAD' }, dean)).toEqual({ DATASETS: 'RWAD' });
    expect(replaced(ana, { DATASETS: 'R' }, dean)).toEqual({ DATASETS: 'R' });
  });
});

import { accepted, refuseUnless, type Verdict } from './verdict.ts';
import type { StateRole, World } from './world.ts';

/* Tool rights and the state's members of the category, as they stand at this moment: every request is judged by them. */

/** All these letters; ANY: at least one. */
export const holds = ({ rights }: World, name: string, needs: string): boolean => {
  const letters = rights.letters.get(name) ?? '';
  return needs === 'ANY' ? letters !== '' : Array.from(needs).every((letter) => letters.includes(letter));
};

/** Of the state, members or not. */
const stateStaff = ['admin', 'april', 'stan'];

/** What somebody is granted when a sequence begins: all that his role takes. */
export const usualLetters = (name: string): string => (name === 'stan' ? 'RW' : 'RWAD');

const isOfState = (name: string): boolean => stateStaff.includes(name);

/** What a command of the state takes: letters; or, of the category, to be an approver with all of them, or a member who reads. */
export type Needs = 'R' | 'W' | 'A' | 'D' | 'WA' | 'ANY' | 'APPROVER' | 'MEMBER';

const needed: Readonly<Record<Needs, string>> = {
  R: 'R',
  W: 'W',
  A: 'A',
  D: 'D',
  WA: 'WA',
  ANY: 'ANY',
  APPROVER: 'RWAD',
  MEMBER: 'R',
};

const stateHas = (world: World, name: string, needs: Needs): boolean => {
  const role = world.rights.stateMembers.get(name);
  const hasRole = needs === 'APPROVER' ? role === 'APPROVER' : needs !== 'MEMBER' || role !== undefined;
  return hasRole && holds(world, name, needed[needs]);
};

/** The state's side by tool right alone; decisions need the approver. A local member knows of it once it is published. */
export const stateRight = (world: World, by: string, needs: Needs): Verdict => {
  const { status } = world.event;
  if (status === 'DELETED') return ['NOT_FOUND'];
  if (isOfState(by)) return stateHas(world, by, needs) ? accepted : ['FORBIDDEN'];
  const isMember = [...world.members.values()].some((members) => members.some(({ userId }) => userId === by));
  return [isMember && (status === 'PUBLISHED' || status === 'CLOSED') ? 'FORBIDDEN' : 'NOT_FOUND'];
};

export const setLetters = ({ rights, edges }: World, user: string, letters: string): void => {
  const before = rights.letters.get(user) ?? '';
  if (before.length > letters.length) edges.reach(isOfState(user) ? 'A state revoked' : 'A local revoked');
  if (before.length < letters.length) edges.reach(isOfState(user) ? 'A state granted' : 'A local granted');
  rights.letters.set(user, letters);
};

export const setStateMember = ({ rights, edges }: World, user: string, role: StateRole | null): void => {
  if (role === null) {
    if (rights.stateMembers.delete(user)) edges.reach('A member removed');
    return;
  }
  if (rights.stateMembers.get(user) !== role) edges.reach('A member set');
  rights.stateMembers.set(user, role);
};

/** Only the agency's own administrator grants rights, and keeps the state's members. */
export const mayAdminister = (by: string): Verdict => refuseUnless(by === 'admin', 'FORBIDDEN');

export const firstRights = (people: readonly string[]): World['rights'] => ({
  letters: new Map([...stateStaff, ...people].map((name) => [name, usualLetters(name)])),
  stateMembers: new Map([
    ['april', 'APPROVER'],
    ['stan', 'REVIEWER'],
  ]),
});

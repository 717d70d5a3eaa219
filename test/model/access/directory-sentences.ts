import type { Operation } from '../../../shared/domain/access/policy.ts';
import { editorOfState, eitherOf, has, type Sentence, stateWith } from './words.ts';

/** State admin: all four on Settings. */
const administrator = stateWith('SETTINGS', 'RWAD');

/** Whoever makes a category, publishes it or keeps its state members needs all four. */
const categoryKeeper = stateWith('CERTIFICATION_CATEGORY', 'RWAD');

/** A district admin is it for the people he can see, whatever tools he holds. */
const districtAdmin: Sentence = (person) => person.side === 'LOCAL' && person.admin;

/** Whoever keeps members, on either side, must be able to look people up. */
const looksPeopleUp = eitherOf(
  administrator,
  categoryKeeper,
  districtAdmin,
  (person) => person.side === 'LOCAL' && has(person, 'CERTIFICATION_CATEGORY', 'RWAD'),
);

const keepsPeople = eitherOf(administrator, districtAdmin);

/** The district owns its list: its member-managers, who see the whole district. */
const keepsOwnList: Sentence = (person) => person.place === 'OWN' && has(person, 'CERTIFICATION_CATEGORY', 'RWAD');

/** The agency, its organizations, its people, its categories and their members. */
export const directory = {
  replaceSettings: administrator,
  createOrganization: administrator,
  changeOrganization: administrator,
  listUsers: looksPeopleUp,
  getUser: looksPeopleUp,
  createUser: keepsPeople,
  changeUser: keepsPeople,
  replaceRights: keepsPeople,
  createCategory: categoryKeeper,
  changeCategory: stateWith('CERTIFICATION_CATEGORY', 'W'),
  'category:DEACTIVATE': stateWith('CERTIFICATION_CATEGORY', 'D'),
  publishCategory: categoryKeeper,
  setStateMember: categoryKeeper,
  removeStateMember: categoryKeeper,
  listLocalMembers: eitherOf(stateWith('CERTIFICATION_CATEGORY', 'R'), editorOfState, keepsOwnList),
  setLocalMember: keepsOwnList,
  removeLocalMember: keepsOwnList,
} as const satisfies Readonly<Partial<Record<Operation, Sentence>>>;

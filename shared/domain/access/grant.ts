import { type Right, type Rights, type Tool, tools, type User } from '../user/state.ts';

/** All these letters of a tool; ANY: at least one of the four. */
export type Letters = 'ANY' | Right | 'RW' | 'RWAD';

export type ToolRights = Readonly<Partial<Record<Tool, Letters>>>;

/**
 * What a person must be to the thing at hand, besides holding tool rights. On the state's side: member or approver of its
 * category, or the author of a run that is the state's own. On the local side: member or certifier of this participant, or
 * somebody of the district who manages its members, or its people.
 */
export type Standing =
  | 'STATE_MEMBER'
  | 'STATE_APPROVER'
  | 'STATE_RUN'
  | 'LOCAL_MEMBER'
  | 'LOCAL_CERTIFIER'
  | 'MEMBER_MANAGER'
  | 'DISTRICT_ADMIN';

/** One way to be allowed. Null standing: the rights alone open it, for whatever the person can see. */
export interface Grant {
  readonly side: User['side'];
  readonly rights: ToolRights;
  readonly standing: Standing | null;
}

export const state = (rights: ToolRights, standing: Standing | null = null): Grant => ({
  side: 'STATE',
  rights,
  standing,
});

export const local = (rights: ToolRights, standing: Standing | null = null): Grant => ({
  side: 'LOCAL',
  rights,
  standing,
});

const hasLetters = (held: Rights, letters: Letters): boolean =>
  letters === 'ANY' ? held !== '' : Array.from(letters).every((letter) => held.includes(letter));

const entriesOf = (rights: ToolRights): readonly (readonly [Tool, Letters])[] =>
  tools.flatMap((tool) => {
    const letters = rights[tool];
    return letters === undefined ? [] : [[tool, letters] as const];
  });

export const holds = (user: Pick<User, 'rights'>, rights: ToolRights): boolean =>
  entriesOf(rights).every(([tool, letters]) => hasLetters(user.rights[tool] ?? '', letters));

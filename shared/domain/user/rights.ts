import { type Right, type Rights, type Tool, tools, type User } from './state.ts';

const letters: readonly Right[] = ['R', 'W', 'A', 'D'];

/** Letters in the order R, W, A, D and each once, however they were written. */
export const canonicalRights = (text: string): Rights => letters.filter((letter) => text.includes(letter)).join('');

export type ToolRightsHeld = User['rights'];

/** What is held, by tool; a tool without letters is left out. */
export const canonicalToolRights = (rights: ToolRightsHeld): ToolRightsHeld =>
  Object.fromEntries(
    tools.flatMap((tool) => {
      const held = canonicalRights(rights[tool] ?? '');
      return held === '' ? [] : [[tool, held]];
    }),
  );

/** Tools in which `wanted` has a letter that `held` has not. */
export const toolsBeyond = (wanted: ToolRightsHeld, held: ToolRightsHeld): readonly Tool[] =>
  tools.filter((tool) => Array.from(wanted[tool] ?? '').some((letter) => !(held[tool] ?? '').includes(letter)));

/** Tools of the state's side: they mean nothing in a district, and nobody there hands them out. */
export const stateTools: readonly Tool[] = ['EVENT_MANAGEMENT', 'EVENT_REPORT', 'SETTINGS'];

/** Who runs the agency's settings, organizations and people. */
export const isAdministrator = ({ side, rights }: Pick<User, 'side' | 'rights'>): boolean =>
  side === 'STATE' && canonicalRights(rights.SETTINGS ?? '') === 'RWAD';

import { chainOf } from '../application/audit/chain.ts';
import { userId } from '../kernel/ids.ts';
import { at, type Fields, isFields, textAt } from './fields.ts';
import type { Part } from './invariant.ts';
import { stateAt } from './replay.ts';

/** Who somebody was at a moment: rights, place and memberships as the directory's chain tells them. */
export const personAt = (
  { directory }: Part,
  id: string,
  moment: string,
  fits: (person: Fields) => boolean = () => true,
): Fields => stateAt(directory.history(chainOf('user', userId(id))), moment, fits);

/** Undefined where the list is too long to lie open in the chain: then nothing can be said. */
export const membershipOf = (person: Fields, categoryId: string | undefined): Fields | null | undefined => {
  const memberships = at(person, 'memberships') ?? [];
  if (!Array.isArray(memberships)) return undefined;
  return memberships.filter(isFields).find((one) => one['categoryId'] === categoryId) ?? null;
};

export const roleIn = (person: Fields, categoryId: string | undefined): string | undefined => {
  const membership = membershipOf(person, categoryId);
  return membership === undefined ? 'UNKNOWN' : textAt(membership, 'role');
};

/** Within his own district, as far as the place of the organization tells; the state reaches everybody. */
export const reaches = (part: Part, person: Fields, organizationId: string): boolean => {
  if (textAt(person, 'side') === 'STATE') return true;
  const place = textAt(person, 'organizationId');
  const organization = part.directory.of('organization').find(({ state }) => state.id === organizationId)?.state;
  return place !== undefined && (organizationId === place || organization?.parentOrganizationId === place);
};

export const isPerson = (entry: { readonly actor: { readonly role: string } }): boolean =>
  entry.actor.role !== 'SYSTEM';

import type { OrganizationId } from '../../kernel/ids.ts';
import type { ParticipantMember } from '../participant/commands.ts';
import type { SchoolScope } from '../user/state.ts';
import type { Level, LocalMembers } from './state.ts';

export const coversSchool = (scope: SchoolScope, school: OrganizationId): boolean =>
  scope === 'ALL' || scope.includes(school);

/** Every school of `inner` lies within `outer`. */
export const isWithin = (inner: SchoolScope, outer: SchoolScope): boolean =>
  outer === 'ALL' || (inner !== 'ALL' && inner.every((school) => outer.includes(school)));

export const isSameScope = (one: SchoolScope, other: SchoolScope): boolean =>
  isWithin(one, other) && isWithin(other, one);

/** Who takes part in one participant. A member for certain schools has no part in the others; at district level all have one. */
export const participantMembers = (
  local: LocalMembers,
  participant: { readonly organizationId: OrganizationId; readonly level: Level },
): readonly ParticipantMember[] =>
  local.members
    .filter(({ schools }) => participant.level === 'DISTRICT' || coversSchool(schools, participant.organizationId))
    .map(({ userId, name, role }) => ({ userId, name, role }));

import { type CalendarDate, dateIn } from '../../../shared/kernel/calendar-date.ts';
import { instantFromMillis } from '../../../shared/kernel/instant.ts';
import { type Cast, castOf } from '../system/cast.ts';
import { localPeople, newcomers } from '../system/people.ts';
import type { Asked, Setting } from '../system/played.ts';
import type { Edges } from '../workflow/edges.ts';
import { firstRights } from '../workflow/rights.ts';
import type { ModelDefinition, World } from '../workflow/world.ts';

/* The world of the model before anything has happened in it. */

/** The day on which a sequence begins. */
export const firstDayOf = ({ now, zone }: Asked): CalendarDate => dateIn(instantFromMillis(now()), zone);

const firstLibrary = ({ setting, groupIds }: Asked['place']): World['library'] => ({
  category: { active: true, published: setting.isCategoryPublished },
  rules: new Map([
    ['tardiness', 'ACTIVE'],
    ['absence', 'DRAFT'],
  ]),
  groups: new Map([...groupIds.keys()].map((name) => [name, { active: true, rules: ['tardiness'] }])),
});

/** Nobody can be listed in a category that districts do not see yet. */
const firstMembers = (cast: Cast, { isCategoryPublished }: Setting): World['members'] => {
  const homes = [...new Set(cast.people.map(({ organizationId }) => cast.districtOf(organizationId)))];
  const listed = isCategoryPublished ? localPeople : [];
  return new Map(
    homes.map((home) => [
      home,
      listed
        .filter(({ organizationId }) => organizationId === home)
        .map(({ name, role }) => ({ userId: name, role, schools: cast.schoolsOf(name) })),
    ]),
  );
};

export const newWorld = (asked: Asked, definition: ModelDefinition, edges: Edges): World => {
  const cast = castOf(asked.place.setting.level);
  edges.reach('E1');
  return {
    now: asked.now(),
    zone: asked.zone,
    firstDay: firstDayOf(asked),
    event: {
      status: 'OPEN',
      draft: definition,
      published: null,
      publishing: null,
      revision: 0,
      pins: '',
      fired: new Set(),
      closedAt: null,
    },
    library: firstLibrary(asked.place),
    rights: firstRights([...localPeople, ...newcomers].map(({ name }) => name)),
    participants: new Map(),
    cast,
    members: firstMembers(cast, asked.place.setting),
    listsChanged: new Set(),
    runs: 0,
    hung: [],
    edges,
  };
};

import type { ThingFacts } from '../model/access/facts.ts';
import { bearCreek, grandBend } from '../story/certification-event.ts';
import type { Thing } from './facts.ts';
import { bearCreekHigh, bearCreekMiddle, grandBendHigh } from './schools.ts';
import type { StageIds } from './stage.ts';

const plain: ThingFacts = {
  kind: 'AGENCY',
  level: 'DISTRICT',
  event: 'OPEN',
  withdrawn: false,
  published: true,
  whose: 'DISTRICT',
};

const nobodys = { categoryId: null, districtId: null, schoolId: null, owner: null, absent: null, ids: {} };

type Given = Omit<Partial<Thing>, 'about'> & { readonly about?: Partial<ThingFacts> };

const one = (name: string, given: Given): Thing => ({
  ...nobodys,
  ...given,
  name,
  about: { ...plain, ...given.about },
});

export const theAgency = one('the agency', {});

const absent = (name: string, kind: ThingFacts['kind'], ids: Thing['ids']): Thing =>
  one(name, { about: { kind }, absent: 'FIRST', ids });

/** What is the whole agency's is looked for once it is known that somebody may: he who may not hears that either way. */
const absentAfterRights = (name: string, ids: Thing['ids'], given: Given = {}): Thing =>
  one(name, { ...given, absent: 'AFTER_RIGHTS', ids });

const eventThings = ({ events, categories }: StageIds): readonly Thing[] => [
  one('published', {
    about: { kind: 'EVENT', event: 'PUBLISHED' },
    categoryId: categories.attendance,
    ids: { id: events.later },
  }),
  one('published in another category', {
    about: { kind: 'EVENT', event: 'PUBLISHED' },
    categoryId: categories.discipline,
    ids: { id: events.discipline },
  }),
  one('not published', {
    about: { kind: 'EVENT', event: 'OPEN' },
    categoryId: categories.attendance,
    ids: { id: events.draft },
  }),
  absent('no certification event', 'EVENT', { id: 'evt_absent' }),
];

const participantThings = ({ events, categories }: StageIds): readonly Thing[] => {
  const inDistrict = (districtId: string, categoryId: string, eventId: string): Thing =>
    certificationThing(eventId, { categoryId, level: 'DISTRICT', organizationId: districtId, districtId });
  const ofSchool = (organizationId: string): Thing =>
    certificationThing(events.schools, {
      categoryId: categories.school,
      level: 'SCHOOL',
      organizationId,
      districtId: bearCreek,
    });
  return [
    inDistrict(bearCreek, categories.attendance, events.later),
    inDistrict(grandBend, categories.attendance, events.later),
    inDistrict(bearCreek, categories.discipline, events.discipline),
    ofSchool(bearCreekHigh),
    ofSchool(bearCreekMiddle),
    absent('no participant', 'PARTICIPANT', { id: events.later, eventId: events.later, orgId: '999999' }),
  ];
};

const runThings = ({ runs, categories }: StageIds): readonly Thing[] => {
  const categoryId = categories.attendance;
  const run = (name: string, kind: 'RUN' | 'STATE_RUN', districtId: string, id: string): Thing =>
    one(name, { about: { kind, event: 'PUBLISHED' }, categoryId, districtId, ids: { id } });
  return [
    run('a run of Bear Creek', 'RUN', bearCreek, runs.bearCreek),
    run('a run of Grand Bend', 'RUN', grandBend, runs.grandBend),
    run("the state's own run over Bear Creek", 'STATE_RUN', bearCreek, runs.ofState),
    absent('no run', 'RUN', { id: 'run_absent' }),
  ];
};

const snapshotThings = ({ snapshots, categories }: StageIds): readonly Thing[] => {
  const given = { about: { kind: 'PARTICIPANT', event: 'PUBLISHED' }, categoryId: categories.attendance } as const;
  return [
    one('a snapshot of Bear Creek', { ...given, districtId: bearCreek, ids: { id: snapshots.bearCreek } }),
    one('a snapshot of Grand Bend', { ...given, districtId: grandBend, ids: { id: snapshots.grandBend } }),
    absent('no snapshot', 'PARTICIPANT', { id: 'snp_absent' }),
  ];
};

export const categoryThing = (name: string, categoryId: string, published = true): Thing =>
  one(name, { about: { kind: 'CATEGORY', published }, categoryId, ids: { id: categoryId, userId: 'state-reviewer' } });

const categoryThings = ({ categories }: StageIds): readonly Thing[] => [
  categoryThing('Attendance', categories.attendance),
  categoryThing('another category', categories.discipline),
  categoryThing('a category not published', categories.unpublished, false),
  absent('no category', 'CATEGORY', { id: 'cat_absent', userId: 'state-reviewer' }),
];

const memberThings = ({ categories }: StageIds): readonly Thing[] => {
  const list = (name: string, categoryId: string, districtId: string, userId: string, published = true): Thing =>
    one(name, {
      about: { kind: 'LOCAL_MEMBERS', published },
      categoryId,
      districtId,
      ids: { id: categoryId, districtId, userId },
    });
  return [
    list("Bear Creek's members", categories.attendance, bearCreek, 'bear-creek-reviewer'),
    list("Grand Bend's members", categories.attendance, grandBend, 'grand-bend-reviewer'),
    list('members of a category not published', categories.unpublished, bearCreek, 'bear-creek-reviewer', false),
    absent('members of no category', 'LOCAL_MEMBERS', {
      id: 'cat_absent',
      districtId: bearCreek,
      userId: 'bear-creek-reviewer',
    }),
  ];
};

/** Somebody, by where he belongs. Of more schools than one he is out of reach of whoever is bound to one. */
export const userThing = (
  name: string,
  side: string,
  organizationId: string,
  schools: 'ALL' | readonly string[] = 'ALL',
): Thing => {
  const [school = null] = schools === 'ALL' ? [] : schools;
  const whose = side === 'STATE' ? 'STATE' : school === null ? 'DISTRICT' : 'SCHOOL';
  const districtId = side === 'STATE' ? null : organizationId;
  return one(name, { about: { kind: 'USER', whose }, districtId, schoolId: school, ids: { userId: name } });
};

const userThings: readonly Thing[] = [
  userThing('state-reviewer', 'STATE', 'MT'),
  userThing('bear-creek-reviewer', 'LOCAL', bearCreek),
  userThing('bear-creek-school-certifier', 'LOCAL', bearCreek, [bearCreekHigh]),
  userThing('grand-bend-reviewer', 'LOCAL', grandBend),
  absent('no-such-person', 'USER', { userId: 'no-such-person' }),
];

/** A school belongs to its district, a district to itself; what lies above districts is nobody's own. */
export const organizationThing = (id: string, type: string, parentId: string | null): Thing => {
  const isSchool = type === 'SCHOOL';
  return one(id, {
    about: { kind: 'ORGANIZATION', whose: isSchool ? 'SCHOOL' : 'DISTRICT' },
    districtId: isSchool ? parentId : id,
    schoolId: isSchool ? id : null,
    ids: { orgId: id },
  });
};

const organizationThings: readonly Thing[] = [
  organizationThing('MT', 'STATE', null),
  organizationThing(bearCreek, 'DISTRICT', 'MT'),
  organizationThing(grandBend, 'DISTRICT', 'MT'),
  organizationThing(bearCreekHigh, 'SCHOOL', bearCreek),
  organizationThing(bearCreekMiddle, 'SCHOOL', bearCreek),
  organizationThing(grandBendHigh, 'SCHOOL', grandBend),
  absent('999999', 'ORGANIZATION', { orgId: '999999' }),
];

interface Place {
  readonly categoryId: string;
  readonly level: ThingFacts['level'];
  readonly organizationId: string;
  readonly districtId: string;
}

/** A participant of a published certification event, named as the worklist names it. */
export const certificationThing = (eventId: string, { categoryId, level, organizationId, districtId }: Place): Thing =>
  one(`${eventId}/${organizationId}`, {
    about: { kind: 'PARTICIPANT', event: 'PUBLISHED', level },
    categoryId,
    districtId,
    schoolId: level === 'SCHOOL' ? organizationId : null,
    ids: { id: eventId, eventId, orgId: organizationId },
  });

const dataThings: readonly Thing[] = [
  one('data of Bear Creek', {
    about: { kind: 'DISTRICT_DATA' },
    districtId: bearCreek,
    ids: { orgId: bearCreek, dataset: 'students' },
  }),
  one('data of Grand Bend', {
    about: { kind: 'DISTRICT_DATA' },
    districtId: grandBend,
    ids: { orgId: grandBend, dataset: 'students' },
  }),
  absentAfterRights(
    'data of no district',
    { orgId: '999999', dataset: 'students' },
    { about: { kind: 'DISTRICT_DATA' }, districtId: '999999' },
  ),
];

const uploadThings = ({ uploads }: StageIds): readonly Thing[] => [
  one('a file of Bear Creek', {
    about: { kind: 'DISTRICT_DATA' },
    districtId: bearCreek,
    ids: { id: uploads.bearCreek },
  }),
  one('a file of Grand Bend', {
    about: { kind: 'DISTRICT_DATA' },
    districtId: grandBend,
    ids: { id: uploads.grandBend },
  }),
  absent('no file', 'DISTRICT_DATA', { id: 'upl_absent' }),
];

const alertThings = ({ alerts }: StageIds): readonly Thing[] => [
  one("an alert of Bear Creek's certifier", { owner: 'bear-creek-certifier', ids: { id: alerts.bearCreek } }),
  one("an alert of Grand Bend's certifier", { owner: 'grand-bend-certifier', ids: { id: alerts.grandBend } }),
  absent('no alert', 'AGENCY', { id: 'alr_absent' }),
];

/** Everything that the operations are asked about, by what they are about. */
export const thingsOn = (stage: StageIds) =>
  ({
    agency: [theAgency],
    events: eventThings(stage),
    participants: participantThings(stage),
    runs: runThings(stage),
    snapshots: snapshotThings(stage),
    categories: categoryThings(stage),
    members: memberThings(stage),
    users: userThings,
    newcomers: userThings.filter(({ absent: isAbsent }) => isAbsent === null),
    organizations: organizationThings,
    data: dataThings,
    uploads: uploadThings(stage),
    alerts: alertThings(stage),
    rules: [one('a rule', { ids: { id: stage.ruleId } }), absentAfterRights('no rule', { id: 'rul_absent' })],
    groups: [one('a group', { ids: { id: stage.groupId } }), absentAfterRights('no group', { id: 'grp_absent' })],
    datasets: [one('a dataset', { ids: { name: 'students' } }), absentAfterRights('no dataset', { name: 'nothing' })],
  }) as const satisfies Readonly<Record<string, readonly Thing[]>>;

export type Topic = keyof ReturnType<typeof thingsOn>;

import type { PublishFacts, Standing } from '../../domain/certification-event/commands.ts';
import { draftOf, publishedOf } from '../../domain/certification-event/lifecycle.ts';
import type { Body, CertificationEvent, Definition, Draft } from '../../domain/certification-event/state.ts';
import type { Level } from '../../domain/category/state.ts';
import type { Organization } from '../../domain/organization/state.ts';
import { isFinished } from '../../domain/participant/context.ts';
import type { Participant } from '../../domain/participant/state.ts';
import type { Store } from '../ports/store.ts';
import { referencesOf } from './references.ts';

const isOfLevel = (organization: Organization, level: Level | null): boolean => organization.type === level;

/** Every organization of the level, district by district, or those that were chosen. */
const selectedOrganizations = async (store: Store, { outline, body }: Definition): Promise<readonly Organization[]> => {
  if (!('all' in body.participants))
    return (await store.loadMany('organization', body.participants)).map((read) => read.state);
  const everybody = (await store.organizations()).map((read) => read.state);
  return everybody.filter((organization) => isOfLevel(organization, outline.level));
};

const standingOf = (participant: Participant): Standing => {
  const { organizationId, tasks, steps, status, approval, round } = participant;
  const certified = status === 'APPROVED' || approval !== null || tasks.some((task) => task.submission !== null);
  return {
    organizationId,
    worked: Object.keys(steps).length > 0 || tasks.some((task) => Object.keys(task.completions).length > 0),
    certified,
    everCertified: certified || round > 1,
    finished: isFinished(participant),
  };
};

const nothing: PublishFacts = {
  body: { description: null, dataLinks: [], participants: [], requiredDatasets: [], pinnedGroups: [] },
  references: { category: null, groups: new Map(), unknownOrganizations: [], unknownDatasets: [] },
  selected: [],
  standings: [],
  publishedBody: null,
};

const factsFor = async (
  store: Store,
  state: CertificationEvent,
  { outline }: Draft,
  body: Body,
): Promise<PublishFacts> => {
  const published = publishedOf(state);
  const [references, selected, participants, publishedBody] = await Promise.all([
    referencesOf(store, { outline, body }),
    selectedOrganizations(store, { outline, body }),
    published === null ? [] : store.participants(state.id),
    published === null ? null : store.body(state.id, published.bodyId),
  ]);
  const present = participants.map((read) => read.state).filter((participant) => participant.status !== 'WITHDRAWN');
  return {
    // The frozen body names everybody it is for, also where "all" was chosen.
    body: { ...body, participants: selected.map((organization) => organization.id) },
    references,
    selected: selected.map((organization) => ({
      organizationId: organization.id,
      ofLevel: isOfLevel(organization, outline.level),
    })),
    standings: present.map(standingOf),
    publishedBody,
  };
};

/** Everything publishing is decided by. Without a draft there is nothing to publish, and nothing to look up. */
export const publishFacts = async (store: Store, state: CertificationEvent): Promise<PublishFacts> => {
  const draft = draftOf(state);
  return draft === null ? nothing : factsFor(store, state, draft, await store.body(state.id, draft.bodyId));
};

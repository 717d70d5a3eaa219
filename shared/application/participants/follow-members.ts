import { participantMembers } from '../../domain/category/scope.ts';
import { reconciled } from '../../domain/participant/decide-members.ts';
import type { Participant } from '../../domain/participant/state.ts';
import type { CategoryId, CertificationEventId, OrganizationId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import type { ParticipantKey, Versioned } from '../entities.ts';
import { mustCommit } from '../flows/must-commit.ts';
import type { MembersWork } from '../outbox.ts';
import type { Queues } from '../ports/deliveries.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import { systemCaller } from '../system-caller.ts';
import { actOnParticipant } from './act.ts';
import { currentMembers } from './members.ts';
import { isLive, keyOfParticipant } from './scene.ts';

export interface FollowPorts extends Ports {
  readonly queues: Queues;
}

const pageSize = 100;

/** A participant whose people are those of a category's list. */
interface Followed {
  readonly participant: Participant;
  readonly categoryId: CategoryId;
}

const nameOf = ({ certificationEventId, organizationId }: ParticipantKey): string =>
  `${certificationEventId}/${organizationId}`;

const bringInLine = async (ports: Ports, caller: Caller, key: ParticipantKey): Promise<void> => {
  const outcome = await actOnParticipant(ports, 'reconcileMembers', {
    key,
    caller,
    repeat: null,
    members: (scene) => currentMembers(ports.store, scene),
    command: async (_scene, members) => ({ type: 'reconcileMembers', members }),
    answer: () => null,
  });
  mustCommit(outcome);
};

/** Those whose tasks differ from the list: the others are left alone, however often the message comes. */
const outOfLine = async (store: Store, followed: readonly Followed[]): Promise<readonly ParticipantKey[]> => {
  const places = new Map(
    followed.map(({ participant: { districtId }, categoryId }) => [
      `${categoryId}/${districtId}`,
      { categoryId, districtId },
    ]),
  );
  const lists = await store.loadMany('localMembers', [...places.values()]);
  return followed.flatMap(({ participant, categoryId }) => {
    const list = lists.find(
      ({ state }) => state.categoryId === categoryId && state.districtId === participant.districtId,
    );
    const members = list === undefined ? [] : participantMembers(list.state, participant);
    return reconciled(participant, members).length === 0 ? [] : [keyOfParticipant(participant)];
  });
};

const followAll = async (ports: Ports, caller: Caller, followed: readonly Followed[]): Promise<void> => {
  for (const key of await outOfLine(ports.store, followed)) await bringInLine(ports, caller, key);
};

type Work<Type> = Extract<MembersWork, { readonly type: Type }>;

/** Everything published in these categories that the district or its schools take part in, in a fixed order. */
const concerned = async (
  store: Store,
  { categoryIds, districtId }: Work<'RECONCILE_MEMBERS'>,
): Promise<readonly { readonly key: ParticipantKey; readonly categoryId: CategoryId }[]> => {
  const [certificationEvents, below] = await Promise.all([
    store.certificationEvents(),
    store.organizations(districtId),
  ]);
  const schools = below.map(({ state }) => state.id);
  return certificationEvents
    .flatMap(({ state }) => {
      if (state.status !== 'PUBLISHED') return [];
      const { level, categoryId } = state.published.outline;
      const organizations: readonly OrganizationId[] = level === 'SCHOOL' ? schools : [districtId];
      if (!categoryIds.includes(categoryId)) return [];
      return organizations.map((organizationId) => ({
        key: { certificationEventId: state.id, organizationId },
        categoryId,
      }));
    })
    .toSorted((one, other) => (nameOf(one.key) < nameOf(other.key) ? -1 : 1));
};

const followDistrict = async (
  ports: FollowPorts,
  caller: Caller,
  work: Work<'RECONCILE_MEMBERS'>,
  from: string | undefined,
): Promise<void> => {
  const all = await concerned(ports.store, work);
  const rest = from === undefined ? all : all.filter(({ key }) => nameOf(key) > from);
  const page = rest.slice(0, pageSize);
  const read = await ports.store.loadMany(
    'participant',
    page.map(({ key }) => key),
  );
  const categories = new Map(page.map(({ key, categoryId }) => [nameOf(key), categoryId]));
  await followAll(ports, caller, read.flatMap(followedIn(categories)));
  const last = page.at(-1);
  if (last !== undefined && rest.length > pageSize)
    await ports.queues.sendNotification({ version: 1, ...work, from: nameOf(last.key) });
};

const followedIn =
  (categories: ReadonlyMap<string, CategoryId>) =>
  ({ state }: Versioned<Participant>): readonly Followed[] => {
    const categoryId = categories.get(nameOf(state));
    return categoryId === undefined ? [] : [{ participant: state, categoryId }];
  };

const followPublished = async (
  ports: FollowPorts,
  caller: Caller,
  id: CertificationEventId,
  from: string | undefined,
): Promise<void> => {
  const certificationEvent = await ports.store.load('certificationEvent', id);
  if (certificationEvent === undefined || !isLive(certificationEvent)) return;
  const { categoryId } = certificationEvent.state.published.outline;
  const page = await ports.store.participantsPage(id, { limit: pageSize, from });
  await followAll(
    ports,
    caller,
    page.items.map(({ state }) => ({ participant: state, categoryId })),
  );
  if (page.next !== undefined)
    await ports.queues.sendNotification({
      version: 1,
      type: 'RECONCILE_PUBLISHED',
      certificationEventId: id,
      from: page.next,
    });
};

/**
 * Brings work under way in line with the lists of members as they stand now (U12, U13): whatever order messages come in, and
 * however often, the last one leaves what the lists say. A page at a time; a list that changes meanwhile makes its write stale.
 */
export const followMembers = async (ports: FollowPorts, work: MembersWork, from: string | undefined): Promise<void> => {
  const caller = await systemCaller(ports, 'members', work.type);
  return work.type === 'RECONCILE_MEMBERS'
    ? followDistrict(ports, caller, work, from)
    : followPublished(ports, caller, work.certificationEventId, from);
};

import { chainOf } from '../../shared/application/audit/chain.ts';
import type { ParticipantKey } from '../../shared/application/entities.ts';
import type { Store } from '../../shared/application/ports/store.ts';
import type { Alert } from '../../shared/domain/messaging/alert.ts';
import type { CertificationEvent } from '../../shared/domain/certification-event/state.ts';
import type { User } from '../../shared/domain/user/state.ts';
import { type AuditRow, type InMemoryData, nameOf } from './in-memory-data.ts';
import { listed, paged, pagedBackwards } from './in-memory-lists.ts';

const yearOf = (state: CertificationEvent): number | undefined => {
  if ('published' in state) return state.published.outline.reportingYear;
  if ('publishing' in state) return state.publishing.outline.reportingYear;
  return 'draft' in state ? state.draft.outline.reportingYear : undefined;
};

const placeOfAlert = ({ postedAt, id }: Alert): string => nameOf(postedAt, id);

/** What a person has not put away, the newest first. */
const inboxOf = (data: InMemoryData, userId: string): readonly Alert[] =>
  [...data.alerts.values()]
    .filter((alert) => alert.userId === userId && alert.dismissedAt === null)
    .toSorted((left, right) => (placeOfAlert(left) > placeOfAlert(right) ? -1 : 1));

const padded = (value: number, digits = 6): string => String(value).padStart(digits, '0');

const placeInAudit = ({ entry }: AuditRow): string => nameOf(entry.at, entry.chain, padded(entry.sequence));

const found = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new Error(`${what} is missing`);
  return value;
};

const ofParticipant =
  (key: ParticipantKey) =>
  (state: ParticipantKey): boolean =>
    state.certificationEventId === key.certificationEventId && state.organizationId === key.organizationId;

type BodyReads = Pick<
  Store,
  | 'body'
  | 'bodyWithoutParticipants'
  | 'ruleVersions'
  | 'datasetVersions'
  | 'knownDatasetVersion'
  | 'versionsOf'
  | 'chunkExists'
>;

const rowReads = (data: InMemoryData): BodyReads => ({
  body: async (id, bodyId) => found(data.bodies.get(nameOf(id, bodyId)), `body ${bodyId}`),
  async bodyWithoutParticipants(id, bodyId) {
    const { participants: _, ...body } = found(data.bodies.get(nameOf(id, bodyId)), `body ${bodyId}`);
    return body;
  },
  ruleVersions: async (wanted) =>
    wanted.map(({ ruleId, ruleVersion }) =>
      found(data.ruleVersions.get(nameOf(ruleId, ruleVersion)), `rule ${ruleId} version ${ruleVersion}`),
    ),
  datasetVersions: async (organizationId, wanted) =>
    Object.entries(wanted).map(([dataset, version]) =>
      found(data.datasetVersions.get(nameOf(organizationId, dataset, version)), `version ${version} of ${dataset}`),
    ),
  knownDatasetVersion: async (organizationId, dataset, version) =>
    data.datasetVersions.get(nameOf(organizationId, dataset, version)),
  versionsOf: async (organizationId) => {
    const own = <Value>(rows: ReadonlyMap<string, Value>): readonly Value[] =>
      [...rows].flatMap(([name, row]) => (name.startsWith(nameOf(organizationId, '')) ? [row] : []));
    return { versions: own(data.datasetVersions), pins: own(data.versionPins) };
  },
  chunkExists: async (id, revision, chunk) => data.chunks.has(nameOf(id, revision, chunk)),
});

type ParticipantReads = Pick<
  Store,
  'participants' | 'participantsPage' | 'participantsOfDistrict' | 'runsOf' | 'snapshotsOf' | 'historyOf' | 'auditOf'
>;

const participantReads = (data: InMemoryData): ParticipantReads => {
  const participants: Store['participants'] = async (id) =>
    listed(data, 'participant', {
      where: (state) => state.certificationEventId === id,
      by: (state) => state.organizationId,
    });
  return {
    participants,
    participantsPage: async (id, request) =>
      paged(await participants(id), ({ state }) => state.organizationId, request),
    participantsOfDistrict: async (districtId) =>
      listed(data, 'participant', {
        where: (state) => state.districtId === districtId,
        by: (state) => nameOf(state.certificationEventId, state.organizationId),
      }).toReversed(),
    runsOf: async (key) =>
      listed(data, 'run', { where: ofParticipant(key), by: (state) => nameOf(state.queuedAt, state.id) }),
    snapshotsOf: async (key) =>
      listed(data, 'snapshot', { where: ofParticipant(key), by: (state) => padded(state.sequence) }),
    async historyOf(key) {
      const rows = data.audit.filter(({ entry }) => entry.chain === chainOf('participant', key));
      return rows.map(({ entry }) => entry);
    },
    async auditOf(id, request, since) {
      const isLate = (at: string): boolean => since === undefined || at >= since;
      const rows = data.audit.filter((row) => row.certificationEventId === id && isLate(row.entry.at));
      const sorted = rows.toSorted((left, right) => (placeInAudit(left) < placeInAudit(right) ? -1 : 1));
      const page = paged(sorted, placeInAudit, request);
      return { items: page.items.map(({ entry }) => entry), next: page.next };
    },
  };
};

const anything = (): boolean => true;
const byId = ({ id }: { readonly id: string }): string => id;

/** Reads of the same kind as the table's, at once consistent everywhere. */
export const inMemoryStore = (data: InMemoryData): Store => ({
  ...rowReads(data),
  ...participantReads(data),
  load: async (entity, key) => data.states[entity].get(chainOf(entity, key)),
  loadMany: async (entity, keys) => keys.flatMap((key) => data.states[entity].get(chainOf(entity, key)) ?? []),
  loadTogether: async (first, second) => [
    first.keys.flatMap((key) => data.states[first.entity].get(chainOf(first.entity, key)) ?? []),
    second.keys.flatMap((key) => data.states[second.entity].get(chainOf(second.entity, key)) ?? []),
  ],
  certificationEvents: async (year) =>
    listed(data, 'certificationEvent', {
      where: (state) => state.status !== 'DELETED' && (year === undefined || yearOf(state) === year),
      by: (state) => nameOf(yearOf(state) ?? 0, state.id),
    }),
  async snapshotsOfCertificationEvent(id, request) {
    const by = (state: ParticipantKey & { readonly sequence: number }): string =>
      nameOf(state.organizationId, padded(state.sequence));
    const all = listed(data, 'snapshot', { where: (state) => state.certificationEventId === id, by });
    return paged(all, ({ state }) => by(state), request);
  },
  queuedRuns: async () =>
    listed(data, 'run', {
      where: ({ status }) => status === 'QUEUED' || status === 'RUNNING',
      by: ({ step, queuedAt, size }) => nameOf(step === null ? 2 : 1, queuedAt, padded(999_999_999_999 - size, 12)),
    }),
  messagesOf: async (id) => listed(data, 'message', { where: (state) => state.certificationEventId === id, by: byId }),
  timersOf: async (id) =>
    listed(data, 'timer', {
      where: (state) => 'certificationEventId' in state && state.certificationEventId === id,
      by: byId,
    }),
  sealsOf: async (id) =>
    structuredClone(
      data.seals
        .filter((seal) => seal.certificationEventId === id)
        .toSorted((left, right) => left.sequence - right.sequence),
    ),
  async lastSealOf(id) {
    const own = data.seals.filter((seal) => seal.certificationEventId === id);
    return structuredClone(own.toSorted((left, right) => right.sequence - left.sequence)[0]);
  },
  inbox: async (userId, request, wanted) => pagedBackwards(inboxOf(data, userId).filter(wanted), placeOfAlert, request),
  unreadAlerts: async (userId, atMost) =>
    inboxOf(data, userId)
      .filter(({ readAt }) => readAt === null)
      .slice(0, atMost),
  alertsNamed: async (userId, ids) => [...new Set(ids)].flatMap((id) => data.alerts.get(nameOf(userId, id)) ?? []),
  async digestList(day, request) {
    const people = [...data.digests.values()].filter((one) => one.day === day).map(({ userId }) => userId);
    return paged(people.toSorted(), (userId) => userId, request);
  },
  async viewedBy(runIds, userId) {
    const views = data.views.filter((view) => runIds.includes(view.runId) && view.userId === userId);
    const latestFirst = views.toSorted((left, right) => (left.at < right.at ? 1 : -1));
    return new Map(latestFirst.map(({ runId, at }) => [runId, at]));
  },
  usersOf: async (organizationId) =>
    listed(data, 'user', { where: (state) => state.organizationId === organizationId, by: byId }),
  async users(organizationId, page, wanted) {
    const by = ({ lastName, firstName, id }: User): string => nameOf(`${lastName} ${firstName}`.toLowerCase(), id);
    const where = (user: User): boolean =>
      (organizationId === undefined || user.organizationId === organizationId) && wanted(user);
    return paged(listed(data, 'user', { where, by }), ({ state }) => by(state), page);
  },
  organizations: async (parent) =>
    listed(data, 'organization', {
      where: (state) => parent === undefined || state.parentOrganizationId === parent,
      by: byId,
    }),
  categories: async () => listed(data, 'category', { where: anything, by: byId }),
  localMembersOf: async (categoryId) =>
    listed(data, 'localMembers', {
      where: (state) => state.categoryId === categoryId,
      by: (state) => state.districtId,
    }),
  rules: async () => listed(data, 'rule', { where: anything, by: byId }),
  declaration: async (name, version) => structuredClone(data.declarations.get(nameOf(name, version))),
  userOfName: async (name) => data.userNames.get(name.toLowerCase()),
  ruleOfCode: async (code) => data.ruleCodes.get(code.toUpperCase()),
  async chainOf(entity, key) {
    const rows = data.audit.filter(({ entry }) => entry.chain === chainOf(entity, key));
    return structuredClone(rows.map(({ entry }) => entry));
  },
  validationGroups: async () => listed(data, 'validationGroup', { where: anything, by: byId }),
  datasets: async () => listed(data, 'dataset', { where: anything, by: ({ name }) => name }),
  nextCertificationEventNumber: async () => data.lastNumber + 1,
  cursorKey: async () => 'the-same-key-in-every-test-0123456789-0123456',
});

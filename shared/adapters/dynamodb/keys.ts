import type { LocalMembersKey, ParticipantKey } from '../../application/entities.ts';
import { fenceRowOf, fenceRows } from '../../application/ports/fence-row.ts';
import { shardOf } from '../../kernel/shard-of.ts';

/**
 * The only file that makes key text; `item-kinds.ts` reads it back. One table: an item is named by pk and sk; a sparse index
 * carries an item only while the item has that index's two attributes. Numbers inside keys are padded, so that text order is
 * their order.
 */
export interface TableKey {
  readonly pk: string;
  readonly sk: string;
}

export type IndexName = 'GSI1' | 'GSI2' | 'GSI3';

/** The index attributes of an item. */
export type IndexKeys = Readonly<
  Partial<Record<'gsi1pk' | 'gsi1sk' | 'gsi2pk' | 'gsi2sk' | 'gsi3pk' | 'gsi3sk', string>>
>;

/** What a Query reads: one partition of the table or of an index, as a whole or by the beginning of its sort keys. */
export interface Partition {
  readonly index?: IndexName;
  readonly pk: string;
  readonly beginsWith?: string;
}

/** More than any participant has. */
const mostRows = 999_999_999_999;

const padded = (value: number, digits = 6): string => String(value).padStart(digits, '0');

const single = (text: string, name: string): TableKey => ({ pk: `${name}#${text}`, sk: name });

const participantItems = ({ certificationEventId, organizationId }: ParticipantKey): string =>
  `EVT#${certificationEventId}#ORG#${organizationId}`;

const dueShards = 8;

/** Base table keys, by what they name. */
export const keys = {
  agency: (): TableKey => ({ pk: 'AGENCY', sk: 'AGENCY' }),
  organization: (id: string) => single(id, 'ORG'),
  user: (id: string) => single(id, 'USER'),
  userName: (id: string) => single(id.toLowerCase(), 'NAME'),
  category: (id: string) => single(id, 'CAT'),
  localMembers: ({ categoryId, districtId }: LocalMembersKey): TableKey => ({
    pk: `CAT#${categoryId}`,
    sk: `DISTRICT#${districtId}`,
  }),
  rule: (id: string) => single(id, 'RULE'),
  ruleCode: (code: string) => single(code.toUpperCase(), 'CODE'),
  ruleVersion: (id: string, version: number): TableKey => ({ pk: `RULE#${id}`, sk: `V#${padded(version)}` }),
  validationGroup: (id: string) => single(id, 'GRP'),
  dataset: (name: string) => single(name, 'DATASET'),
  declaration: (name: string, version: number): TableKey => ({ pk: `DATASET#${name}`, sk: `V#${padded(version)}` }),
  datasetVersion: (organizationId: string, dataset: string, version: string): TableKey => ({
    pk: `LANES#${organizationId}`,
    sk: `V#${dataset}#${version}`,
  }),
  versionPin: (organizationId: string, snapshotId: string): TableKey => ({
    pk: `LANES#${organizationId}`,
    sk: `PIN#${snapshotId}`,
  }),
  certificationEvent: (id: string): TableKey => ({ pk: `EVT#${id}`, sk: 'HEAD' }),
  bodyPart: (id: string, bodyId: string, part: number): TableKey => ({
    pk: `EVT#${id}`,
    sk: `BODY#${bodyId}#${padded(part)}`,
  }),
  chunk: (id: string, revision: number, chunk: number): TableKey => ({
    pk: `EVT#${id}`,
    sk: `CHUNK#${padded(revision)}#${padded(chunk)}`,
  }),
  fence: (id: string, shard: number): TableKey => ({ pk: `EVT#${id}#FENCE#${shard}`, sk: 'FENCE' }),
  participant: ({ certificationEventId, organizationId }: ParticipantKey): TableKey => ({
    pk: `EVT#${certificationEventId}#P`,
    sk: organizationId,
  }),
  wait: (key: ParticipantKey, sentSequence: number): TableKey => ({
    pk: participantItems(key),
    sk: `WAIT#${padded(sentSequence)}`,
  }),
  run: (id: string) => single(id, 'RUN'),
  lease: (runId: string): TableKey => ({ pk: `RUN#${runId}`, sk: 'LEASE' }),
  view: (runId: string, userId: string, at: string): TableKey => ({ pk: `RUN#${runId}`, sk: `VIEW#${userId}#${at}` }),
  /** That a person has seen a run at all: what is asked of many runs at once is found by name. */
  viewed: (runId: string, userId: string): TableKey => ({ pk: `RUN#${runId}`, sk: `VIEWED#${userId}` }),
  snapshot: (id: string) => single(id, 'SNP'),
  organizationData: (id: string) => single(id, 'LANES'),
  upload: (id: string) => single(id, 'UPLOAD'),
  message: (id: string) => single(id, 'MESSAGE'),
  timer: (id: string) => single(id, 'TIMER'),
  outbox: (id: string) => single(id, 'OUTBOX'),
  idempotency: (principal: string, operation: string, key: string): TableKey => ({
    pk: `IDEM#${principal}#${operation}#${key}`,
    sk: 'IDEM',
  }),
  alert: (userId: string, alertId: string): TableKey => ({ pk: `USER#${userId}`, sk: `ALERT#${alertId}` }),
  disclosure: (at: string, requestId: string): TableKey => ({
    pk: `DISCLOSURES#${at.slice(0, 10)}`,
    sk: `${at}#${requestId}`,
  }),
  /** What a person is shown again on the same day has the same name. */
  shown: ({
    at,
    userId,
    purpose,
    about,
  }: Readonly<Record<'at' | 'userId' | 'purpose' | 'about', string>>): TableKey => ({
    pk: `DISCLOSURES#${at.slice(0, 10)}`,
    sk: `SHOWN#${userId}#${purpose}#${about}`,
  }),
  digest: (day: string, userId: string): TableKey => ({ pk: `DIGEST#${day}`, sk: userId }),
  refusal: (at: string, requestId: string, target: string): TableKey => ({
    pk: `REFUSALS#${at.slice(0, 10)}`,
    sk: `${at}#${requestId}#${target}`,
  }),
  /**
   * Entries of one certification event lie together by time, under their chain without the event's id, which the partition
   * says already. Every other chain has a partition of its own.
   */
  auditEntry: (certificationEventId: string | undefined, chain: string, sequence: number, at: string): TableKey =>
    certificationEventId === undefined
      ? { pk: `AUDIT#${chain}`, sk: padded(sequence) }
      : {
          pk: `EVT#${certificationEventId}#AUDIT`,
          sk: `${at}#${chain.replace(`/${certificationEventId}`, '')}#${padded(sequence)}`,
        },
  seal: (certificationEventId: string, sequence: number): TableKey => ({
    pk: `EVT#${certificationEventId}#SEALS`,
    sk: padded(sequence),
  }),
  certificationEventNumber: (): TableKey => ({ pk: 'COUNTER', sk: 'CERTIFICATION-EVENT' }),
  cursorKey: (): TableKey => ({ pk: 'CURSOR-KEY', sk: 'CURSOR-KEY' }),
};

/** The fence row that a commit about this organization checks, and all of them for opening and shutting. */
export const fenceOf = (certificationEventId: string, organizationId: string): TableKey =>
  keys.fence(certificationEventId, fenceRowOf(organizationId));
export const allFences = (certificationEventId: string): readonly TableKey[] =>
  Array.from({ length: fenceRows }, (_, shard) => keys.fence(certificationEventId, shard));

const gsi1 = (pk: string, sk: string): IndexKeys => ({ gsi1pk: pk, gsi1sk: sk });
const gsi2 = (pk: string, sk: string): IndexKeys => ({ gsi2pk: pk, gsi2sk: sk });
const gsi3 = (pk: string, sk: string): IndexKeys => ({ gsi3pk: pk, gsi3sk: sk });

/** Index attributes, by the list in which they show the item. */
export const listedAs = {
  childOf: (parent: string | null, id: string) => gsi1(`CHILDREN#${parent ?? 'NONE'}`, id),
  organizationOfType: (type: string, id: string) => gsi2(`ORGS#${type}`, id),
  personOf: (organizationId: string, name: string, id: string) => gsi1(`PEOPLE#${organizationId}`, `${name}#${id}`),
  person: (name: string, id: string) => gsi2('PEOPLE', `${name}#${id}`),
  category: (id: string) => gsi1('CATEGORIES', id),
  rule: (id: string) => gsi1('RULES', id),
  validationGroup: (id: string) => gsi1('GROUPS', id),
  dataset: (name: string) => gsi1('DATASETS', name),
  certificationEvent: (year: number, id: string) => gsi1('EVENTS', `${padded(year, 4)}#${id}`),
  participantOfDistrict: (districtId: string, key: ParticipantKey) =>
    gsi1(`ORG#${districtId}`, `EVT#${key.certificationEventId}#${key.organizationId}`),
  runOf: (key: ParticipantKey, queuedAt: string, id: string) => gsi1(participantItems(key), `RUN#${queuedAt}#${id}`),
  /**
   * One queue for all, since every place in it is counted: a person's run (priority 1) goes before one of the state's own
   * (2), and of those that were asked for at once the biggest goes first.
   */
  queuedRun: (priority: 1 | 2, { queuedAt, size }: { readonly queuedAt: string; readonly size: number }) =>
    gsi2('QUEUE', `${priority}#${queuedAt}#${padded(mostRows - size, 12)}`),
  snapshotOf: (key: ParticipantKey, sequence: number) => gsi1(participantItems(key), `SNP#${padded(sequence)}`),
  snapshotOfCertificationEvent: ({ certificationEventId, organizationId }: ParticipantKey, sequence: number) =>
    gsi2(`EVT#${certificationEventId}#SNP`, `${organizationId}#${padded(sequence)}`),
  messageOf: (certificationEventId: string, id: string) => gsi1(`EVT#${certificationEventId}#MESSAGES`, id),
  timerOf: (certificationEventId: string, id: string) => gsi1(`EVT#${certificationEventId}#TIMERS`, id),
  historyOf: ({ certificationEventId, organizationId }: ParticipantKey, sequence: number) =>
    gsi1(`HIST#${certificationEventId}#${organizationId}`, padded(sequence)),
  /** In a person's inbox until he puts it away, and among what he has not read until he has. */
  alert: (userId: string, postedAt: string, id: string): IndexKeys => ({
    ...gsi1(`INBOX#${userId}`, `${postedAt}#${id}`),
    ...gsi2(`UNREAD#${userId}`, `${postedAt}#${id}`),
  }),
  /** Work that somebody must do once its time has come: spread over shards by id, ordered by time. */
  due: (id: string, dueAt: string) => gsi3(`PENDING#${shardOf(id, dueShards)}`, dueAt),
  /** Outbox rows that were given up: kept in sight until a person looks. */
  dead: (at: string) => gsi3('DEAD', at),
};

/** What the lists read. */
export const partitions = {
  children: (parent: string): Partition => ({ index: 'GSI1', pk: `CHILDREN#${parent}` }),
  organizationsOfType: (type: string): Partition => ({ index: 'GSI2', pk: `ORGS#${type}` }),
  people: (organizationId: string | undefined): Partition =>
    organizationId === undefined ? { index: 'GSI2', pk: 'PEOPLE' } : { index: 'GSI1', pk: `PEOPLE#${organizationId}` },
  categories: (): Partition => ({ index: 'GSI1', pk: 'CATEGORIES' }),
  localMembers: (categoryId: string): Partition => ({ pk: `CAT#${categoryId}`, beginsWith: 'DISTRICT#' }),
  rules: (): Partition => ({ index: 'GSI1', pk: 'RULES' }),
  /** Its lanes, every version it ever delivered, and which of them snapshots pin. */
  districtVersions: (organizationId: string): Partition => ({ pk: `LANES#${organizationId}` }),
  validationGroups: (): Partition => ({ index: 'GSI1', pk: 'GROUPS' }),
  datasets: (): Partition => ({ index: 'GSI1', pk: 'DATASETS' }),
  certificationEvents: (year: number | undefined): Partition => ({
    index: 'GSI1',
    pk: 'EVENTS',
    ...(year === undefined ? {} : { beginsWith: `${padded(year, 4)}#` }),
  }),
  body: (id: string, bodyId: string): Partition => ({ pk: `EVT#${id}`, beginsWith: `BODY#${bodyId}#` }),
  participants: (id: string): Partition => ({ pk: `EVT#${id}#P` }),
  participantsOfDistrict: (districtId: string): Partition => ({
    index: 'GSI1',
    pk: `ORG#${districtId}`,
    beginsWith: 'EVT#',
  }),
  runs: (key: ParticipantKey): Partition => ({ index: 'GSI1', pk: participantItems(key), beginsWith: 'RUN#' }),
  snapshots: (key: ParticipantKey): Partition => ({ index: 'GSI1', pk: participantItems(key), beginsWith: 'SNP#' }),
  snapshotsOfCertificationEvent: (id: string): Partition => ({ index: 'GSI2', pk: `EVT#${id}#SNP` }),
  queuedRuns: (): Partition => ({ index: 'GSI2', pk: 'QUEUE' }),
  messages: (certificationEventId: string): Partition => ({
    index: 'GSI1',
    pk: `EVT#${certificationEventId}#MESSAGES`,
  }),
  timers: (certificationEventId: string): Partition => ({ index: 'GSI1', pk: `EVT#${certificationEventId}#TIMERS` }),
  audit: (certificationEventId: string): Partition => ({ pk: `EVT#${certificationEventId}#AUDIT` }),
  chain: (chain: string): Partition => ({ pk: `AUDIT#${chain}` }),
  seals: (certificationEventId: string): Partition => ({ pk: `EVT#${certificationEventId}#SEALS` }),
  history: ({ certificationEventId, organizationId }: ParticipantKey): Partition => ({
    index: 'GSI1',
    pk: `HIST#${certificationEventId}#${organizationId}`,
  }),
  inbox: (userId: string): Partition => ({ index: 'GSI1', pk: `INBOX#${userId}` }),
  unread: (userId: string): Partition => ({ index: 'GSI2', pk: `UNREAD#${userId}` }),
  digestList: (day: string): Partition => ({ pk: `DIGEST#${day}` }),
  givenUp: (): Partition => ({ index: 'GSI3', pk: 'DEAD' }),
  due: (): readonly Partition[] =>
    Array.from({ length: dueShards }, (_, shard) => ({ index: 'GSI3', pk: `PENDING#${shard}` })),
};

/** How due rows and stream records tell what they are about: the beginning of their pk. */
export const outboxKeyPrefix = 'OUTBOX#';
export const outboxIdOf = (pk: string): string => pk.slice(outboxKeyPrefix.length);
type DueKind = 'OUTBOX' | 'TIMER' | 'LEASE' | 'WAIT' | 'SNAPSHOT' | 'UPLOAD';
export const kindOfDueRow = ({ pk, sk }: TableKey): DueKind | undefined => {
  if (pk.startsWith(outboxKeyPrefix)) return 'OUTBOX';
  if (sk === 'TIMER' || sk === 'LEASE' || sk === 'UPLOAD') return sk;
  if (sk === 'SNP') return 'SNAPSHOT';
  return sk.startsWith('WAIT#') ? 'WAIT' : undefined;
};

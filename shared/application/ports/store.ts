import type { Alert } from '../../domain/messaging/alert.ts';
import type { Message } from '../../domain/messaging/message.ts';
import type { Body } from '../../domain/certification-event/state.ts';
import type { Category, LocalMembers } from '../../domain/category/state.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import type { DatasetVersion } from '../../domain/dataset/state.ts';
import type { Organization } from '../../domain/organization/state.ts';
import type { Participant } from '../../domain/participant/state.ts';
import type { Rule, RuleVersion, ValidationGroup } from '../../domain/rule-library/state.ts';
import type { Snapshot } from '../../domain/snapshot/state.ts';
import type { Timer } from '../../domain/timer/state.ts';
import type { User } from '../../domain/user/state.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { CategoryId, CertificationEventId, OrganizationId, RuleId, RunId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Seal } from '../audit/seal.ts';
import type { EntityName, KeyOf, ParticipantKey, StateOf, Versioned } from '../entities.ts';
import type { VersionPin } from './unit-of-work.ts';

/** One page; `next` continues it and is undefined at the end. Opaque here: the store's own last key. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

export interface PageRequest {
  readonly limit: number;
  readonly from?: string | undefined;
}

/** Which ones of a kind. */
export interface Wanted<Name extends EntityName> {
  readonly entity: Name;
  readonly keys: readonly KeyOf<Name>[];
}

export interface DistrictVersions {
  readonly versions: readonly DatasetVersion[];
  readonly pins: readonly VersionPin[];
}

/** Reads. `load` is strongly consistent; undefined means absent, and a fault is thrown, never undefined. */
export interface Store {
  load<Name extends EntityName>(entity: Name, key: KeyOf<Name>): Promise<Versioned<StateOf<Name>> | undefined>;
  loadMany<Name extends EntityName>(
    entity: Name,
    keys: readonly KeyOf<Name>[],
  ): Promise<readonly Versioned<StateOf<Name>>[]>;
  /** The same of two kinds at once, in one request where one is enough. */
  loadTogether<First extends EntityName, Second extends EntityName>(
    first: Wanted<First>,
    second: Wanted<Second>,
  ): Promise<readonly [readonly Versioned<StateOf<First>>[], readonly Versioned<StateOf<Second>>[]]>;
  body(certificationEventId: CertificationEventId, bodyId: string): Promise<Body>;
  /** A body without its participants, in one read: they lie in rows of their own (`BODY#<bodyId>#<chunk>` from chunk 1 on). */
  bodyWithoutParticipants(
    certificationEventId: CertificationEventId,
    bodyId: string,
  ): Promise<Omit<Body, 'participants'>>;
  ruleVersions(
    wanted: readonly { readonly ruleId: RuleId; readonly ruleVersion: number }[],
  ): Promise<readonly RuleVersion[]>;

  /** Immutable dataset versions of one district by name, so that a run or snapshot finds exactly the objects it pinned. */
  datasetVersions(
    organizationId: OrganizationId,
    wanted: Readonly<Record<string, string>>,
  ): Promise<readonly DatasetVersion[]>;
  /** A version that may be there already because the same bytes were delivered before. */
  knownDatasetVersion(
    organizationId: OrganizationId,
    dataset: string,
    version: string,
  ): Promise<DatasetVersion | undefined>;

  /** Every version a district ever delivered, and which of them snapshots pin. Strongly consistent. */
  versionsOf(organizationId: OrganizationId): Promise<DistrictVersions>;

  /** Whole lists that fit a page of the table by design; filters that depend on the clock are applied in memory. */
  certificationEvents(year?: number): Promise<readonly Versioned<CertificationEvent>[]>;
  participants(certificationEventId: CertificationEventId): Promise<readonly Versioned<Participant>[]>;
  participantsPage(
    certificationEventId: CertificationEventId,
    page: PageRequest,
  ): Promise<Page<Versioned<Participant>>>;
  /** Participants of one district (with its schools) over all certification events, newest first. */
  participantsOfDistrict(districtId: OrganizationId): Promise<readonly Versioned<Participant>[]>;
  runsOf(key: ParticipantKey): Promise<readonly Versioned<ValidationRun>[]>;
  snapshotsOf(key: ParticipantKey): Promise<readonly Versioned<Snapshot>[]>;
  snapshotsOfCertificationEvent(
    certificationEventId: CertificationEventId,
    page: PageRequest,
  ): Promise<Page<Versioned<Snapshot>>>;
  /** Waiting runs in the order they will be taken. */
  queuedRuns(): Promise<readonly Versioned<ValidationRun>[]>;
  /** What the state wrote to people of a certification event. */
  messagesOf(certificationEventId: CertificationEventId): Promise<readonly Versioned<Message>[]>;
  timersOf(certificationEventId: CertificationEventId): Promise<readonly Versioned<Timer>[]>;
  /** The audit trail of a certification event, oldest first; of late only, what was written from `since` on. */
  auditOf(certificationEventId: CertificationEventId, page: PageRequest, since?: Instant): Promise<Page<AuditEntry>>;
  /** The seals of a certification event, oldest first. */
  sealsOf(certificationEventId: CertificationEventId): Promise<readonly Seal[]>;
  lastSealOf(certificationEventId: CertificationEventId): Promise<Seal | undefined>;
  /** The audit entries of one participant, oldest first. */
  historyOf(key: ParticipantKey): Promise<readonly AuditEntry[]>;
  /** What a person has been told and has not put away, newest first, as far as `wanted` chooses. */
  inbox(userId: UserId, page: PageRequest, wanted: (alert: Alert) => boolean): Promise<Page<Alert>>;
  /** The newest of what a person has neither read nor put away, at most this many. */
  unreadAlerts(userId: UserId, atMost: number): Promise<readonly Alert[]>;
  /** Those of a person's alerts that have one of these ids, put away or not. Strongly consistent. */
  alertsNamed(userId: UserId, ids: readonly string[]): Promise<readonly Alert[]>;
  /** The people whom a day's mail goes to. */
  digestList(day: CalendarDate, page: PageRequest): Promise<Page<UserId>>;
  /** When this person first opened the reports of these runs; those he has not are not in it. Strongly consistent. */
  viewedBy(runIds: readonly RunId[], userId: UserId): Promise<ReadonlyMap<RunId, Instant>>;

  /** Whose name this is, whatever the case of its letters. */
  userOfName(name: string): Promise<UserId | undefined>;
  /** The people of a district, or of the state, by their own organization. */
  usersOf(organizationId: OrganizationId): Promise<readonly Versioned<User>[]>;
  /** People by last and first name, of one organization or of all, among whom `wanted` chooses. */
  users(
    organizationId: OrganizationId | undefined,
    page: PageRequest,
    wanted: (user: User) => boolean,
  ): Promise<Page<Versioned<User>>>;
  organizations(parent?: OrganizationId): Promise<readonly Versioned<Organization>[]>;
  categories(): Promise<readonly Versioned<Category>[]>;
  localMembersOf(categoryId: CategoryId): Promise<readonly Versioned<LocalMembers>[]>;
  rules(): Promise<readonly Versioned<Rule>[]>;
  /** The rule that has this code, whatever its case. */
  ruleOfCode(code: string): Promise<RuleId | undefined>;
  /** The whole audit chain of something that belongs to no certification event, oldest first. */
  chainOf<Name extends EntityName>(entity: Name, key: KeyOf<Name>): Promise<readonly AuditEntry[]>;
  validationGroups(): Promise<readonly Versioned<ValidationGroup>[]>;
  /** A declaration as it was in this version, by which files were checked; undefined where there is none of that number. */
  declaration(name: string, version: number): Promise<DatasetDeclaration | undefined>;
  datasets(): Promise<readonly Versioned<DatasetDeclaration>[]>;
  /** The number the next certification event gets. */
  nextCertificationEventNumber(): Promise<number>;
  /** The random key that signs cursors; made once, on first use. */
  cursorKey(): Promise<string>;
  chunkExists(certificationEventId: CertificationEventId, revision: number, chunk: number): Promise<boolean>;
}

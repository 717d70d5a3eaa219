import type { Actor } from '../../domain/actor.ts';
import type { DatasetVersion } from '../../domain/dataset/state.ts';
import type { Alert } from '../../domain/messaging/alert.ts';
import type { Body } from '../../domain/certification-event/state.ts';
import type { RuleVersion } from '../../domain/rule-library/state.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import type { CertificationEventId, OrganizationId, RuleId, RunId, SnapshotId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Seal } from '../audit/seal.ts';
import type { EntityName, KeyOf, StateOf, Versioned } from '../entities.ts';
import type { OutboxMessage } from '../outbox.ts';

/**
 * One entity's step: written on condition that its version is still `before.version` (or that it does not exist), with
 * exactly one audit entry. `chainFrom` gives a first entry the hash it continues (a participant continues the publishing entry).
 */
export interface TransitionOf<Name extends EntityName> {
  readonly entity: Name;
  readonly key: KeyOf<Name>;
  readonly before: Versioned<StateOf<Name>> | null;
  readonly after: StateOf<Name>;
  readonly command: string;
  readonly reason?: string | undefined;
  readonly chainFrom?: string | undefined;
}
export type Transition = { readonly [Name in EntityName]: TransitionOf<Name> }[EntityName];

/** "This is still as it was read": something a decision rests on and does not change. Version null: it does not exist yet. */
export interface VersionCheckOf<Name extends EntityName> {
  readonly entity: Name;
  readonly key: KeyOf<Name>;
  readonly version: number | null;
}
export type VersionCheck = { readonly [Name in EntityName]: VersionCheckOf<Name> }[EntityName];

/** "This certification event is still published in this revision": read from one of its 32 fence rows (ruling A). */
export interface FenceCheck {
  readonly certificationEventId: CertificationEventId;
  readonly organizationId: OrganizationId;
  readonly revision: number;
}

/** Opens (publish, republish) or shuts (close) all 32 fence rows of a certification event. */
export interface FenceChange {
  readonly certificationEventId: CertificationEventId;
  readonly status: 'PUBLISHED' | 'CLOSED';
  readonly revision: number;
}

/** Which versions of a district a snapshot's manifest names, by dataset: none is deleted before its retention is over. */
export interface VersionPin {
  readonly snapshotId: SnapshotId;
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * Rows that are written once and never changed. An existing one makes the commit STALE; only a `datasetVersion` may be there
 * already, since its name is its content: then the first stays.
 */
export type Insert =
  | {
      readonly row: 'body';
      readonly certificationEventId: CertificationEventId;
      readonly bodyId: string;
      readonly body: Body;
    }
  | { readonly row: 'ruleVersion'; readonly version: RuleVersion }
  /** Gives a code to a rule, for ever. */
  | { readonly row: 'ruleCode'; readonly code: string; readonly ruleId: RuleId }
  /** Takes a user id in every case of its letters: who signs in with it is one person. */
  | { readonly row: 'userName'; readonly userId: UserId }
  | { readonly row: 'declaration'; readonly declaration: DatasetDeclaration }
  | { readonly row: 'datasetVersion'; readonly organizationId: OrganizationId; readonly version: DatasetVersion }
  /** In place of the same version's row: it went, or came again. Committed with the lanes, whose version says what it was. */
  | { readonly row: 'changedVersion'; readonly organizationId: OrganizationId; readonly version: DatasetVersion }
  | ({ readonly row: 'versionPin'; readonly organizationId: OrganizationId } & VersionPin)
  /** The retention rule has deleted what the snapshot was for: it keeps no version any more. Twice is once. */
  | { readonly row: 'releasedPin'; readonly organizationId: OrganizationId; readonly snapshotId: SnapshotId }
  | { readonly row: 'number'; readonly certificationEventId: CertificationEventId; readonly number: number }
  | {
      readonly row: 'chunk';
      readonly certificationEventId: CertificationEventId;
      readonly revision: number;
      readonly chunk: number;
    };

/** The first answer to a keyed request, kept 48 hours in the same transaction as its effect. */
export interface IdempotencyRecord {
  readonly principal: string;
  readonly operation: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly answer: unknown;
}

/** Everything one decision writes: all of it or nothing. */
export interface Commit {
  readonly actor: Actor;
  readonly now: Instant;
  readonly requestId: string;
  readonly transitions: readonly Transition[];
  /** What a transition of the same commit writes is expected by that transition, and not checked again. */
  readonly checks?: readonly VersionCheck[] | undefined;
  readonly fence?: FenceCheck | undefined;
  readonly fenceChange?: FenceChange | undefined;
  readonly inserts?: readonly Insert[] | undefined;
  readonly outbox?: readonly OutboxMessage[] | undefined;
  readonly idempotency?: IdempotencyRecord | undefined;
}

/**
 * COMMITTED: written. REPLAYED: a twin with the same idempotency key was first; its record is given.
 * STALE: something read has changed (version, check, fence, insert): load and decide again. Throws on faults, after retries of throttling and conflicts.
 */
export type CommitOutcome =
  | { readonly kind: 'COMMITTED' }
  | { readonly kind: 'REPLAYED'; readonly record: IdempotencyRecord }
  | { readonly kind: 'STALE' };

export interface UnitOfWork {
  commit(commit: Commit): Promise<CommitOutcome>;
  findIdempotencyRecord(principal: string, operation: string, key: string): Promise<IdempotencyRecord | undefined>;
}

/** Append-only facts outside every chain (ruling A): they never bump a version and are conditional only on being new. */
export interface Journal {
  recordRefusal(entry: RefusalEntry): Promise<void>;
  /** A report shown or downloaded: every one is a disclosure of its own, and any proves that this person viewed this run. */
  recordView(entry: ViewEntry): Promise<void>;
  /** Rows of students, or a document about people, given to somebody outside of any run. */
  recordDisclosure(entry: DisclosureEntry): Promise<void>;
  /**
   * The same where it is shown page by page: what a person is shown again on one day (UTC) is the disclosure that is on
   * record already. True for the first one.
   */
  recordShown(entry: DisclosureEntry): Promise<boolean>;
  /** The next seal of a certification event; false when another one was first. */
  appendSeal(seal: Seal): Promise<boolean>;
  /**
   * False when this alert was already posted. Its mail, if any, is committed with it, unless one of that name went before:
   * of several alerts about one occasion a person gets one mail.
   */
  postAlert(alert: Alert, mail: NamedMessage | null): Promise<boolean>;
  /** A message that goes out once under its name. False when it was asked for before. */
  queueOnce(message: NamedMessage, at: Instant): Promise<boolean>;
  /** Puts a person on the list of those whom a day's mail goes to; again is as good as once. */
  listForDigest(day: CalendarDate, userId: UserId): Promise<void>;
  markAlertRead(userId: UserId, alertId: string, at: Instant): Promise<void>;
  markAlertDismissed(userId: UserId, alertId: string, at: Instant): Promise<void>;
}

export interface NamedMessage {
  readonly name: string;
  readonly message: OutboxMessage;
}

export interface RefusalEntry {
  readonly at: Instant;
  readonly actorId: string;
  readonly operation: string;
  readonly target: string;
  readonly code: string;
  readonly requestId: string;
}

export interface DisclosureEntry {
  readonly at: Instant;
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly purpose: string;
  /** What was shown, without any of its values: ids, or lane and digest of the question. */
  readonly about: string;
  readonly requestId: string;
}

export interface ViewEntry {
  readonly runId: RunId;
  readonly userId: UserId;
  readonly at: Instant;
  readonly format: string;
  readonly purpose: string;
}

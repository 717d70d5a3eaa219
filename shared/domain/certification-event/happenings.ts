import type { UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Body, Compaction, Draft, OpenCertificationEvent, Publishing } from './state.ts';

/** Reaction: `body` is stored under the draft's `bodyId`, the number is taken. */
export interface CertificationEventCreated {
  readonly type: 'CertificationEventCreated';
  readonly certificationEvent: OpenCertificationEvent;
  readonly body: Body;
}

/** Reaction: `body` is stored under the draft's `bodyId`. */
export interface DraftSaved {
  readonly type: 'DraftSaved';
  readonly draft: Draft;
  readonly body: Body;
}

export interface ChangesDiscarded {
  readonly type: 'ChangesDiscarded';
}

export interface CertificationEventDeleted {
  readonly type: 'CertificationEventDeleted';
  readonly by: UserId;
  readonly at: Instant;
}

/** Reaction: the frozen `body` is stored under `publishing.bodyId`, the publish flow starts. */
export interface PublicationBegun {
  readonly type: 'PublicationBegun';
  readonly publishing: Publishing;
  readonly body: Body;
}

/** The flow stopped; everything stays as it is until it is resumed. */
export interface PublicationFailed {
  readonly type: 'PublicationFailed';
  readonly problem: string;
}

/** Reaction: the publish flow starts under the next attempt's name. */
export interface PublicationResumed {
  readonly type: 'PublicationResumed';
  readonly attempt: number;
  readonly at: Instant;
}

/** The flip. Reaction: the fence opens for the revision, timers are armed, people are told. */
export interface PublicationCompleted {
  readonly type: 'PublicationCompleted';
  readonly revision: number;
  readonly at: Instant;
}

/** Reaction: the fence shuts, timers are cancelled, waiting flows end as CLOSED, people are told. */
export interface CertificationEventClosed {
  readonly type: 'CertificationEventClosed';
  readonly by: UserId;
  readonly at: Instant;
  readonly comment: string;
}

export interface LegalHoldPlaced {
  readonly type: 'LegalHoldPlaced';
  readonly by: UserId;
  readonly at: Instant;
  readonly reason: string;
}

export interface LegalHoldReleased {
  readonly type: 'LegalHoldReleased';
}

/** From now on nobody is shown a row or a report of it. The job deletes the objects afterwards, as often as it needs. */
export interface DeletionBegun {
  readonly type: 'DeletionBegun';
  readonly at: Instant;
  readonly retentionYears: number;
}

export interface DeletionFinished {
  readonly type: 'DeletionFinished';
  readonly at: Instant;
}

/** The datamart is to name the large objects from now on. The job writes its lists afterwards, as often as it needs. */
export interface DatamartCompacted {
  readonly type: 'DatamartCompacted';
  readonly compaction: Compaction;
}

export interface CompactionFinished {
  readonly type: 'CompactionFinished';
  readonly at: Instant;
}

export type CertificationEventHappening =
  | CertificationEventCreated
  | DraftSaved
  | ChangesDiscarded
  | CertificationEventDeleted
  | PublicationBegun
  | PublicationFailed
  | PublicationResumed
  | PublicationCompleted
  | CertificationEventClosed
  | LegalHoldPlaced
  | LegalHoldReleased
  | DeletionBegun
  | DeletionFinished
  | DatamartCompacted
  | CompactionFinished;

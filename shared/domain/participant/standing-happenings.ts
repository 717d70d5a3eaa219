import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { ParticipantMember } from './commands.ts';
import type { Participant } from './state.ts';

/** Reaction: none. Alerts go out when the publication is complete. */
export interface ParticipantCreated {
  readonly type: 'ParticipantCreated';
  readonly participant: Participant;
}

/** `userId` null: the deadline of all its certifiers. */
export interface DueDateOverridden {
  readonly type: 'DueDateOverridden';
  readonly userId: UserId | null;
  readonly dueDate: CalendarDate;
  readonly by: UserId;
  readonly reason: string;
}

export interface DueDateOverrideRemoved {
  readonly type: 'DueDateOverrideRemoved';
  readonly userId: UserId | null;
  readonly by: UserId;
}

export interface MemberJoined {
  readonly type: 'MemberJoined';
  readonly member: ParticipantMember;
}

export interface MemberLeft {
  readonly type: 'MemberLeft';
  readonly userId: UserId;
}

/** All who remain are done: somebody must confirm, or (false) a certifier joined who has not finished. */
export interface ConfirmationAwaited {
  readonly type: 'ConfirmationAwaited';
  readonly awaited: boolean;
}

export interface RevisionApplied {
  readonly type: 'RevisionApplied';
  readonly revision: number;
  readonly groupsChanged: boolean;
}

/** Reaction: a waiting approval flow ends as WITHDRAWN, unfinished runs are cancelled. */
export interface ParticipantWithdrawn {
  readonly type: 'ParticipantWithdrawn';
  readonly reason: string;
  readonly endsWait: number | null;
}

/** A withdrawn participant was selected again: a new round. */
export interface ParticipantRestored {
  readonly type: 'ParticipantRestored';
  readonly round: number;
  readonly revision: number;
  readonly members: readonly ParticipantMember[];
}

/** Who takes part, until when, and under which revision. */
export type StandingHappening =
  | ParticipantCreated
  | DueDateOverridden
  | DueDateOverrideRemoved
  | MemberJoined
  | MemberLeft
  | ConfirmationAwaited
  | RevisionApplied
  | ParticipantWithdrawn
  | ParticipantRestored;

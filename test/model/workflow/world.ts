import { type CalendarDate, dateIn, endOfDay, startOfDay } from '../../../shared/kernel/calendar-date.ts';
import { type Instant, instantFromMillis, millisOf } from '../../../shared/kernel/instant.ts';
import type { Cast } from '../system/cast.ts';
import type { Edges } from './edges.ts';

export const stepNames = ['district-validation', 'state-validation', 'snapshot-validation'] as const;
export type StepName = (typeof stepNames)[number];

export type ParticipantStatus =
  | 'IN_PROGRESS'
  | 'SENT'
  | 'APPROVED'
  | 'RECERT_REQUESTED'
  | 'RECERT_IN_PROGRESS'
  | 'WITHDRAWN';

export type TaskStatus =
  | 'NOT_STARTED'
  | 'INCOMPLETE'
  | 'COMPLETE'
  | 'APPROVED_COMPLETE'
  | 'COMPLETE_BY_STATE'
  | 'REQUEST_PENDING'
  | 'NOT_APPLICABLE';

export interface ModelDefinition {
  name: string;
  startDate: CalendarDate | null;
  certificationOpensDate: CalendarDate | null;
  endDate: CalendarDate | null;
  active: boolean;
  description: string | null;
  groups: readonly string[];
  /** An external address is linked too. */
  hasAddress: boolean;
  participants: readonly string[];
  snapshotMethod: 'NONE' | 'ON_CERT_START' | 'FULL';
  missingSnapshotAt: Instant | null;
  fullSnapshotAt: Instant | null;
  allowDistrictRetake: boolean;
}

export interface ModelEvent {
  status: 'OPEN' | 'PUBLISHING' | 'PUBLISHED' | 'CLOSED' | 'DELETED';
  draft: ModelDefinition | null;
  published: ModelDefinition | null;
  publishing: {
    definition: ModelDefinition;
    requireRecertification: boolean;
    withdrawals: readonly string[];
    pins: string;
    /** Asked for before this publication, so taken before it. */
    snapshotsFirst: readonly ModelParticipant[];
  } | null;
  revision: number;
  /** The rules that the published revision validates with. */
  pins: string;
  /** The times for which the snapshot schedules have fired. */
  readonly fired: Set<string>;
  closedAt: number | null;
}

export interface ModelRun {
  readonly number: number;
  readonly step: StepName;
  readonly snapshot: number | null;
  status: 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'SUPERSEDED';
  /** The worker that is at it and does not answer; null: none. */
  worker: Hung | null;
  /** How many workers were lost over it. */
  losses: number;
  blockers: number;
  /** Changed groups or a newer snapshot: it counts no more. */
  stale: boolean;
  readonly viewers: Set<string>;
}

export interface ModelSnapshot {
  readonly sequence: number;
  status: 'QUEUED' | 'COMPLETED' | 'FAILED';
  state: 'CURRENT' | 'LOCKED';
  readonly requestedBy: string | null;
}

export interface ModelTask {
  readonly userId: string;
  readonly role: 'CERTIFIER' | 'REVIEWER';
  status: TaskStatus;
  dueDateOverride: CalendarDate | null;
  /** Has signed in this round: what the state completed for him was not signed. */
  submitted: boolean;
  /** The run this person viewed and completed in each step; 0 where no group is linked. */
  readonly completed: Map<StepName, number>;
}

export interface ModelParticipant {
  readonly organizationId: string;
  status: ParticipantStatus;
  round: number;
  tasks: ModelTask[];
  readonly runs: Map<StepName, ModelRun>;
  snapshot: ModelSnapshot | null;
  snapshots: number;
  deadline: CalendarDate | null;
  approval: { previous: ParticipantStatus; tasks: Map<string, TaskStatus>; notCertified: boolean } | null;
  request: { by: string; previous: 'SENT' | 'APPROVED'; task: TaskStatus | null } | null;
  awaitsConfirmation: boolean;
}

export interface Member {
  readonly userId: string;
  readonly role: 'CERTIFIER' | 'REVIEWER';
  /** Those of the district that he is listed for. */
  readonly schools: 'ALL' | readonly string[];
}

export type ModelRule = 'DRAFT' | 'ACTIVE' | 'ARCHIVED';

/** The state's library: the category, and the rules and groups by the names the model has for them. */
export interface ModelLibrary {
  readonly category: { active: boolean; published: boolean };
  readonly rules: Map<string, ModelRule>;
  readonly groups: ReadonlyMap<string, { active: boolean; rules: readonly string[] }>;
}

/** What somebody of the state is in the category. */
export type StateRole = 'APPROVER' | 'REVIEWER';

/** Tool rights as they stand: of the state's people on events and their report, of a district's on certifying. */
export interface ModelRights {
  /** Letters of R, W, A and D. */
  readonly letters: Map<string, string>;
  readonly stateMembers: Map<string, StateRole>;
}

/** A worker that does not answer. */
export interface Hung {
  readonly run: ModelRun;
}

/** All the model knows: one certification event, its participants, the category's people, the state's library, the clock. */
export interface World {
  now: number;
  readonly zone: string;
  readonly firstDay: CalendarDate;
  readonly event: ModelEvent;
  readonly library: ModelLibrary;
  readonly rights: ModelRights;
  readonly participants: Map<string, ModelParticipant>;
  readonly cast: Cast;
  /** The lists of the districts. */
  readonly members: Map<string, Member[]>;
  /** Lists that have changed and are not followed yet. */
  readonly listsChanged: Set<string>;
  /** What one run of a step finds, when nothing says otherwise. */
  runs: number;
  readonly hung: Hung[];
  readonly edges: Edges;
}

export const today = (world: World): CalendarDate => dateIn(instantFromMillis(world.now), world.zone);

export const startsAt = (world: World, date: CalendarDate | null): number =>
  date === null ? Number.POSITIVE_INFINITY : millisOf(startOfDay(date, world.zone));

/** A deadline day counts in full; the next midnight is past it. */
export const overAt = (world: World, date: CalendarDate | null): number =>
  date === null ? Number.POSITIVE_INFINITY : millisOf(endOfDay(date, world.zone));

export const definitionOf = ({ event }: World): ModelDefinition => {
  if (event.published === null) throw new Error('nothing is published yet');
  return event.published;
};

/** What a frozen certification event shows is what it showed when it was closed. */
export const clockOf = ({ event, now }: World): number => event.closedAt ?? now;

export const later = (...dates: readonly (CalendarDate | null)[]): CalendarDate | null =>
  dates.reduce((latest, date) => (date !== null && (latest === null || date > latest) ? date : latest), null);

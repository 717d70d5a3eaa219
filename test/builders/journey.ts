import type { Actor } from '../../shared/domain/actor.ts';
import type { CompleteOutline, LiveCertificationEvent } from '../../shared/domain/certification-event/state.ts';
import type { ParticipantCommand } from '../../shared/domain/participant/commands.ts';
import { type ParticipantContext, type ParticipantDecision, taskOf } from '../../shared/domain/participant/context.ts';
import { decideParticipant } from '../../shared/domain/participant/decide.ts';
import { isUnderWay } from '../../shared/domain/participant/decide-run.ts';
import { evolveParticipant } from '../../shared/domain/participant/evolve.ts';
import type { ParticipantHappening } from '../../shared/domain/participant/happenings.ts';
import type { Participant, Task, UserStatus, ValidationStep } from '../../shared/domain/participant/state.ts';
import { isStaleRun } from '../../shared/domain/participant/steps.ts';
import { userStatusOf } from '../../shared/domain/participant/viewpoint.ts';
import type { Refusal } from '../../shared/domain/refusal.ts';
import type { User } from '../../shared/domain/user/state.ts';
import { instantFromMillis, millisOf } from '../../shared/kernel/instant.ts';
import { requestId, runId, snapshotId, userId } from '../../shared/kernel/ids.ts';
import { aClosedEvent, aPublishedEvent } from './certification-event.ts';
import { aParticipant, type Cast, membersOf } from './participant.ts';
import { aCertifier, anAgency, anApprover, aReviewer, person, system } from './people.ts';
import { day, moment } from './time.ts';

export interface JourneySetting extends Cast {
  readonly outline?: Partial<CompleteOutline>;
  readonly hasGroups?: boolean;
  readonly on?: string;
  readonly participant?: Partial<Participant>;
}

export type Watcher = (before: Participant, happening: ParticipantHappening, after: Participant) => void;

const steps = ['district-validation', 'state-validation', 'snapshot-validation'] as const;

/**
 * One participant's way through one certification event, told in the words of its people: given what happened so far, when
 * somebody does something, then it happens or is refused. Everything is decided by the real decide functions.
 */
export class Journey {
  participant: Participant;
  certificationEvent: LiveCertificationEvent;
  now = moment('2026-05-05');
  hasGroups: boolean;
  happened: readonly ParticipantHappening[] = [];
  /** Sees every single thing that happens. */
  watch: Watcher = () => undefined;
  #cast: Cast;
  #count = 0;

  constructor(setting: JourneySetting = {}) {
    this.#cast = { certifiers: setting.certifiers ?? ['ana'], reviewers: setting.reviewers ?? ['rita'] };
    this.participant = aParticipant(this.#cast, setting.participant);
    this.certificationEvent = aPublishedEvent(setting.outline);
    this.hasGroups = setting.hasGroups ?? true;
    if (setting.on !== undefined) this.on(setting.on);
  }

  /** Moves the clock: `2026-05-05` is noon in Denver. */
  on(text: string): this {
    this.now = moment(text);
    return this;
  }

  later(hours: number): this {
    this.now = instantFromMillis(millisOf(this.now) + hours * 3_600_000);
    return this;
  }

  closed(): this {
    this.certificationEvent = aClosedEvent(this.now, this.certificationEvent.published.outline);
    return this;
  }

  outline(changes: Partial<CompleteOutline>): this {
    const { published } = this.certificationEvent;
    this.certificationEvent = {
      ...this.certificationEvent,
      published: { ...published, outline: { ...published.outline, ...changes } },
    };
    return this;
  }

  revision(revision: number): this {
    const { certificationEvent } = this;
    this.certificationEvent = { ...certificationEvent, published: { ...certificationEvent.published, revision } };
    return this;
  }

  get members() {
    return membersOf(this.#cast);
  }

  cast(cast: Cast): this {
    this.#cast = cast;
    return this;
  }

  next(): string {
    this.#count += 1;
    return String(this.#count);
  }

  context(actor: Actor): ParticipantContext {
    return { actor, now: this.now, agency: anAgency(), certificationEvent: this.certificationEvent };
  }

  userOf(name: string): User {
    if (this.#cast.reviewers?.includes(name) ?? false) return aReviewer(name);
    return name.startsWith('state') ? anApprover(name) : aCertifier(name);
  }

  ask(actor: Actor | string, command: ParticipantCommand): ParticipantDecision {
    const by = typeof actor === 'string' ? person(this.userOf(actor)) : actor;
    return decideParticipant(this.participant, command, this.context(by));
  }

  /** Why not; fails when it would be done. */
  refusal(actor: Actor | string, command: ParticipantCommand): Refusal {
    const decided = this.ask(actor, command);
    if (decided.ok) throw new Error(`${command.type} was not refused`);
    return decided.failure;
  }

  /** Does it; fails when it is refused. */
  does(actor: Actor | string, command: ParticipantCommand): this {
    const decided = this.ask(actor, command);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.failure.code}`);
    this.happened = decided.value;
    for (const happening of decided.value) {
      const before = this.participant;
      this.participant = evolveParticipant(before, happening);
      this.watch(before, happening, this.participant);
    }
    return this;
  }

  reports(command: ParticipantCommand): this {
    return this.does(system, command);
  }

  get whatHappened(): readonly string[] {
    return this.happened.map(({ type }) => type);
  }

  task(name: string): Task {
    const task = taskOf(this.participant, userId(name));
    if (task === null) throw new Error(`${name} has no part`);
    return task;
  }

  statusOf(name: string): UserStatus {
    return userStatusOf(taskOf(this.participant, userId(name)), this.participant, {
      certificationEvent: this.certificationEvent,
      now: this.now,
      agency: anAgency(),
    });
  }

  // What certifiers and reviewers do.

  starts(name: string): this {
    return this.does(name, { type: 'startCertification', snapshotId: snapshotId(`snp-${this.next()}`) });
  }

  runs(name: string, step: ValidationStep, dataHash = 'data-1'): this {
    const { hasGroups } = this;
    return this.does(name, { type: 'runStep', step, runId: runId(`run-${this.next()}`), dataHash, hasGroups });
  }

  completes(name: string, step: ValidationStep): this {
    return this.does(name, { type: 'completeStep', step, reviewed: true, viewed: true, hasGroups: this.hasGroups });
  }

  takesSnapshot(name: string): this {
    return this.does(name, { type: 'takeSnapshot', snapshotId: snapshotId(`snp-${this.next()}`), confirm: true });
  }

  submits(name: string): this {
    const attestation = { name: `${name} Test`, accepted: true };
    return this.does(name, {
      type: 'submitCertification',
      attestation,
      attestationVersion: 1,
      hasGroups: this.hasGroups,
    });
  }

  requestsRecertification(name: string): this {
    const id = requestId(`req-${this.next()}`);
    return this.does(name, { type: 'requestRecertification', requestId: id, reason: 'a school was missing' });
  }

  // What workers report.

  runEnds(step: ValidationStep, blockers = 0): this {
    const run = this.participant.steps[step];
    if (run === undefined) throw new Error(`${step} was never run`);
    const { round } = this.participant;
    this.reports({ type: 'recordRunStarted', runId: run.runId, step, round });
    const ended = { outcome: 'COMPLETED', blockers, problem: null } as const;
    return this.reports({ type: 'recordRunEnded', runId: run.runId, step, round, ...ended });
  }

  snapshotTaken(contentHash = 'snapshot-1'): this {
    const { snapshot } = this.participant;
    if (snapshot === null) throw new Error('no snapshot was queued');
    return this.reports({
      type: 'recordSnapshotTaken',
      snapshotId: snapshot.snapshotId,
      takenAt: this.now,
      contentHash,
      runId: runId(`run-${this.next()}`),
      requestedBy: null,
      hasGroups: this.hasGroups,
    });
  }

  // Whole stretches.

  /** Every step that is required is run where needed, viewed and completed by this person. */
  worksThrough(name: string): this {
    const { snapshotMethod } = this.certificationEvent.published.outline;
    const hasSnapshot = this.participant.snapshot !== null && this.participant.snapshot.status !== 'FAILED';
    if (snapshotMethod !== 'NONE' && !hasSnapshot) this.takesSnapshot(name);
    if (this.participant.snapshot?.status === 'QUEUED') this.snapshotTaken();
    const required = steps.filter((step) => step !== 'snapshot-validation' || snapshotMethod !== 'NONE');
    for (const step of required) this.#finishes(name, step);
    return this;
  }

  #finishes(name: string, step: ValidationStep): void {
    if (this.hasGroups) {
      const run = this.participant.steps[step];
      const isCurrent = run !== undefined && !isStaleRun(this.participant, step, run);
      const isUsable = isCurrent && (isUnderWay(run) || (run.status === 'COMPLETED' && run.blockers === 0));
      if (!isUsable) this.runs(name, step);
      if (this.participant.steps[step]?.status !== 'COMPLETED') this.runEnds(step);
    }
    this.completes(name, step);
  }

  /** He can take a snapshot or submit now, if only his steps were done: nothing closed, paused, late or sent. */
  canWork(name: string): boolean {
    const isOver = this.statusOf(name) === 'OVERDUE' || this.certificationEvent.status === 'CLOSED';
    const { status } = this.participant;
    return !isOver && (status === 'IN_PROGRESS' || status === 'RECERT_IN_PROGRESS');
  }

  /** Starts where that is possible, works through all steps and submits. */
  certifies(name: string): this {
    if (this.task(name).status === 'NOT_STARTED') this.starts(name);
    return this.worksThrough(name).submits(name);
  }

  // What the state decides.

  approves(options: { reason?: string; confirmNotCertified?: boolean } = {}): this {
    const { reason = null, confirmNotCertified = false } = options;
    return this.does('state-approver', { type: 'decide:APPROVE', reason, confirmNotCertified });
  }

  sendsBack(newDueDate: string | null = null): this {
    return this.does('state-approver', {
      type: 'decide:REQUEST_RECERTIFICATION',
      reason: 'the counts look wrong',
      newDueDate: newDueDate === null ? null : day(newDueDate),
      members: this.members,
      snapshotId: snapshotId(`snp-${this.next()}`),
    });
  }

  unapproves(): this {
    return this.does('state-approver', { type: 'decide:UNAPPROVE', reason: 'by mistake', members: this.members });
  }
}

export const aJourney = (setting: JourneySetting = {}): Journey => new Journey(setting);

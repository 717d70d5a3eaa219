import { isUnderWay } from '../../shared/domain/participant/decide-run.ts';
import type { ValidationStep } from '../../shared/domain/participant/state.ts';
import { isStaleRun } from '../../shared/domain/participant/steps.ts';
import { requestId, runId, snapshotId } from '../../shared/kernel/ids.ts';
import { Stage, type StageSetting } from './stage.ts';
import { day } from './time.ts';

const steps = ['district-validation', 'state-validation', 'snapshot-validation'] as const;

/**
 * One participant's way through one certification event, told in the words of its people: given what happened so far, when
 * somebody does something, then it happens or is refused. Everything is decided by the real decide functions.
 */
export class Journey extends Stage {
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

export const aJourney = (setting: StageSetting = {}): Journey => new Journey(setting);

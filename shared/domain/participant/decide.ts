import { ok } from '../../kernel/result.ts';
import { type ByType, dispatch } from '../by-type.ts';
import type { Decision } from '../decision.ts';
import type { CreateParticipant, ParticipantCommand } from './commands.ts';
import type { ParticipantContext, ParticipantDecision } from './context.ts';
import { decideConfirmSent, decideWithdrawSubmission } from './decide-after-submission.ts';
import { decideApprove } from './decide-approve.ts';
import { decideComplete } from './decide-complete.ts';
import { decideDecline } from './decide-decline.ts';
import { decideOverride, decideRemoveOverride } from './decide-due-date.ts';
import { decideReconcile } from './decide-members.ts';
import {
  decideRunEnded,
  decideRunStarted,
  decideSnapshotFailed,
  decideSnapshotTaken,
  decideValidateSnapshot,
} from './decide-records.ts';
import { decideRequest, decideWithdrawRequest } from './decide-request.ts';
import { decideApplyRevision, decideRestore, decideWithdraw } from './decide-revision.ts';
import { decideRun } from './decide-run.ts';
import { decideSendBack } from './decide-send-back.ts';
import { decideStart } from './decide-start.ts';
import { decideSubmit } from './decide-submit.ts';
import { decideTakeByState, decideTakeOnSchedule, decideTakeSnapshot } from './decide-take-snapshot.ts';
import { decideUnapprove } from './decide-unapprove.ts';
import type { ParticipantCreated } from './standing-happenings.ts';
import type { Participant } from './state.ts';
import { newTask } from './task.ts';

const deciders: ByType<ParticipantCommand, Participant, ParticipantContext, ParticipantDecision> = {
  startCertification: decideStart,
  runStep: decideRun,
  completeStep: decideComplete,
  takeSnapshot: decideTakeSnapshot,
  submitCertification: decideSubmit,
  withdrawSubmission: decideWithdrawSubmission,
  confirmSent: (participant, _command, context) => decideConfirmSent(participant, context),
  requestRecertification: decideRequest,
  withdrawRecertificationRequest: decideWithdrawRequest,
  'decide:APPROVE': decideApprove,
  'decide:REQUEST_RECERTIFICATION': decideSendBack,
  'decide:UNAPPROVE': decideUnapprove,
  'decide:DECLINE_REQUEST': decideDecline,
  overrideDueDate: decideOverride,
  removeOverride: decideRemoveOverride,
  takeSnapshots: decideTakeByState,
  takeScheduledSnapshot: decideTakeOnSchedule,
  validateSnapshot: decideValidateSnapshot,
  recordRunStarted: decideRunStarted,
  recordRunEnded: decideRunEnded,
  recordSnapshotTaken: decideSnapshotTaken,
  recordSnapshotFailed: decideSnapshotFailed,
  reconcileMembers: decideReconcile,
  applyRevision: decideApplyRevision,
  withdrawParticipant: decideWithdraw,
  restoreParticipant: decideRestore,
};

/**
 * One command on one participant: what happens, or the first reason why not in the contract's order (closed, paused,
 * window, past due, already submitted, steps, values). Rights are asked before, in access.
 */
export const decideParticipant = (
  participant: Participant,
  command: ParticipantCommand,
  context: ParticipantContext,
): ParticipantDecision => dispatch(deciders, participant, command, context);

/** Publishing makes a participant of every selected organization (P1). */
export const decideCreateParticipant = (command: CreateParticipant): Decision<ParticipantCreated> => {
  const { type: _type, members, ...identity } = command;
  const participant: Participant = {
    ...identity,
    status: 'IN_PROGRESS',
    round: 1,
    tasks: members.map((member) => newTask(member, 'NOT_STARTED')),
    steps: {},
    snapshot: null,
    snapshotSequence: 0,
    sentSequence: 0,
    sentAt: null,
    mixedData: false,
    awaitsConfirmation: false,
    deadlineOverride: null,
    approval: null,
    openRequest: null,
  };
  return ok([{ type: 'ParticipantCreated', participant }]);
};

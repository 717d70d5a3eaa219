import type { Machine } from '../transitions.ts';
import type { ParticipantHappening } from './happenings.ts';
import { type ParticipantStatus, participantStatuses } from './state.ts';

/** P1 to P22. Closing freezes a participant where it is; only a new selection leads back from withdrawn. */
export const participantMachine = {
  statuses: participantStatuses,
  final: [],
  edges: [
    { from: null, by: 'ParticipantCreated', to: 'IN_PROGRESS' },

    { from: 'IN_PROGRESS', by: 'ParticipantSent', to: 'SENT' },
    { from: 'IN_PROGRESS', by: 'ParticipantApproved', to: 'APPROVED' },
    { from: 'IN_PROGRESS', by: 'RecertificationRequired', to: 'RECERT_IN_PROGRESS' },
    { from: 'IN_PROGRESS', by: 'ParticipantWithdrawn', to: 'WITHDRAWN' },

    { from: 'SENT', by: 'ParticipantApproved', to: 'APPROVED' },
    { from: 'SENT', by: 'RecertificationRequired', to: 'RECERT_IN_PROGRESS' },
    { from: 'SENT', by: 'RecertificationRequested', to: 'RECERT_REQUESTED' },
    { from: 'SENT', by: 'SubmissionWithdrawn', to: 'IN_PROGRESS' },
    { from: 'SENT', by: 'SubmissionWithdrawn', to: 'RECERT_IN_PROGRESS' },
    { from: 'SENT', by: 'ParticipantWithdrawn', to: 'WITHDRAWN' },

    { from: 'APPROVED', by: 'RecertificationRequired', to: 'RECERT_IN_PROGRESS' },
    { from: 'APPROVED', by: 'RecertificationRequested', to: 'RECERT_REQUESTED' },
    { from: 'APPROVED', by: 'ApprovalReversed', to: 'SENT' },
    { from: 'APPROVED', by: 'ApprovalReversed', to: 'IN_PROGRESS' },
    { from: 'APPROVED', by: 'ApprovalReversed', to: 'RECERT_IN_PROGRESS' },
    { from: 'APPROVED', by: 'ParticipantWithdrawn', to: 'WITHDRAWN' },

    { from: 'RECERT_REQUESTED', by: 'RecertificationRequired', to: 'RECERT_IN_PROGRESS' },
    { from: 'RECERT_REQUESTED', by: 'RecertificationRequestDeclined', to: 'SENT' },
    { from: 'RECERT_REQUESTED', by: 'RecertificationRequestDeclined', to: 'APPROVED' },
    { from: 'RECERT_REQUESTED', by: 'RecertificationRequestWithdrawn', to: 'SENT' },
    { from: 'RECERT_REQUESTED', by: 'RecertificationRequestWithdrawn', to: 'APPROVED' },
    { from: 'RECERT_REQUESTED', by: 'ParticipantWithdrawn', to: 'WITHDRAWN' },

    { from: 'RECERT_IN_PROGRESS', by: 'ParticipantSent', to: 'SENT' },
    { from: 'RECERT_IN_PROGRESS', by: 'ParticipantApproved', to: 'APPROVED' },
    { from: 'RECERT_IN_PROGRESS', by: 'ParticipantWithdrawn', to: 'WITHDRAWN' },

    { from: 'WITHDRAWN', by: 'ParticipantRestored', to: 'IN_PROGRESS' },
    { from: 'WITHDRAWN', by: 'ParticipantRestored', to: 'RECERT_IN_PROGRESS' },
  ],
} as const satisfies Machine<ParticipantStatus, ParticipantHappening['type']>;

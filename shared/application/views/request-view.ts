import type { Participant, RecertificationRequest } from '../../domain/participant/state.ts';

type RequestStatus = 'PENDING' | 'WITHDRAWN';

const viewOf = (request: RecertificationRequest | null, status: RequestStatus) => {
  if (request === null) throw new Error('the decision left no request to show');
  const { id, reason, requestedBy, requestedAt } = request;
  return { id, status, reason, requestedBy, requestedAt };
};

export const pendingRequestView = (after: Participant) => viewOf(after.openRequest, 'PENDING');

/** Shown from the state before: afterwards no request is open. */
export const withdrawnRequestView = (before: Participant) => viewOf(before.openRequest, 'WITHDRAWN');

import type { DecisionBody } from '../../contracts/schemas/certification-event.ts';
import { publishedOf } from '../../domain/certification-event/lifecycle.ts';
import type { DecisionCommand, ParticipantMember } from '../../domain/participant/commands.ts';
import { refusal } from '../../domain/refusal.ts';
import { snapshotId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { CommandFailure } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import { actOnParticipant } from './act.ts';
import { claimRequest, type ManyRequest } from './act-on-many.ts';
import { eachRow, type RowResult } from './each-row.ts';
import { currentMembers } from './members.ts';

const commandFor = (ports: Ports, members: readonly ParticipantMember[], sent: DecisionBody): DecisionCommand => {
  const reason = sent.reason ?? null;
  switch (sent.type) {
    case 'APPROVE':
      return { type: 'decide:APPROVE', reason, confirmNotCertified: sent.confirmNotCertified };
    case 'REQUEST_RECERTIFICATION':
      return {
        type: 'decide:REQUEST_RECERTIFICATION',
        reason,
        newDueDate: sent.newDueDate ?? null,
        members,
        snapshotId: snapshotId(ports.ids.next('snp')),
      };
    case 'UNAPPROVE':
      return { type: 'decide:UNAPPROVE', reason, members };
    case 'DECLINE_REQUEST':
      return { type: 'decide:DECLINE_REQUEST', reason };
  }
};

/** Decisions after which the work goes on: it is given to those who are members now. */
const givesBack: readonly DecisionBody['type'][] = ['REQUEST_RECERTIFICATION', 'UNAPPROVE'];

/**
 * One decision about many participants, each on its own: one that is refused holds up no other. Only what concerns them all
 * refuses the whole: rights, a certification event that is not published, or one that is closed.
 */
export const decideOnParticipants = async (
  ports: Ports,
  request: ManyRequest<DecisionBody>,
): Promise<Result<{ readonly results: readonly RowResult[] }, CommandFailure>> => {
  const { id, sent } = request;
  const claimed = await claimRequest(ports, 'decide', request, (state) =>
    publishedOf(state) === null ? refuse(refusal('NOT_PUBLISHED')) : ok({ answer: null }),
  );
  if (!claimed.ok) return claimed;
  const { results } = await eachRow(ports, request, sent.organizationIds, ({ organizationId, ...row }) =>
    actOnParticipant(ports, `decide:${sent.type}`, {
      ...row,
      key: { certificationEventId: id, organizationId },
      reason: sent.reason,
      ...(givesBack.includes(sent.type) ? { members: (scene) => currentMembers(ports.store, scene) } : {}),
      command: async (_scene, members) => commandFor(ports, members, sent),
      answer: () => ({ done: null }),
    }),
  );
  // Rows that were decided before it was closed still answer as they did then.
  return results.every(({ code }) => code === 'EVENT_CLOSED') ? refuse(refusal('EVENT_CLOSED')) : ok({ results });
};

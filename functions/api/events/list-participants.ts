import type { Ports } from '../../../shared/application/ports/ports.ts';
import { certificationEventFor } from '../../../shared/application/queries/certification-events.ts';
import { type ListedParticipant, matchingParticipants } from '../../../shared/application/queries/participants.ts';
import { participantView } from '../../../shared/application/views/participant-view.ts';
import { listParticipants } from '../../../shared/contracts/operations/participants.ts';
import { participantStatusLabels } from '../../../shared/domain/participant/labels.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import { orderingOf } from '../../../shared/runtime/http/ordering.ts';

const fields = {
  name: ({ participant }: ListedParticipant) => participant.name,
  number: ({ participant }: ListedParticipant) => participant.number,
  status: ({ participant }: ListedParticipant) => participantStatusLabels[participant.status],
};

export const listParticipantsDoor = ({ store }: Ports) =>
  door(listParticipants, async (request) => {
    const { params, query, caller } = request;
    const read = await certificationEventFor(store, caller, 'listParticipants', params.id);
    if (!read.ok) return read;
    const items = await matchingParticipants(store, caller, read.value, query);
    return listed(store, listParticipants, request, {
      items,
      ordering: orderingOf(query.sort, fields, ({ participant }) => participant.organizationId),
      view: ({ participant, context }) => participantView(participant, context),
    });
  });

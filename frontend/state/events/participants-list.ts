import type { QueryKey } from '@tanstack/react-query';
import { mostAPage } from '../../api/all-pages.ts';
import { answerOf, api } from '../../api/client.ts';
import type { Participant } from '../../api/shapes.ts';
import type { ListQuery } from '../../parts/list-pages.ts';
import type { participantSorts, participantStatuses } from './event-words.ts';

export interface ParticipantsWish {
  readonly name?: string | undefined;
  readonly status?: (typeof participantStatuses)[number][] | undefined;
  readonly sort?: (typeof participantSorts)[number] | undefined;
}

/** Less at first, so that what fits on a screen is there at once. */
const firstPage = '50';

/** All lists of the participants of a certification event, however filtered. */
export const participantsOf = (eventId: string): QueryKey => ['participants', eventId];

/** The participants of a certification event with their progress. */
export const participantsList = (
  eventId: string,
  { name, status, sort = 'name' }: ParticipantsWish,
): ListQuery<Participant> => {
  const query = { name, status, sort };
  return {
    queryKey: [...participantsOf(eventId), query],
    read: (cursor) =>
      answerOf(
        api.GET('/v1/certification-events/{id}/participants', {
          params: {
            path: { id: eventId },
            query: { ...query, cursor, limit: cursor === undefined ? firstPage : mostAPage },
          },
        }),
      ),
  };
};

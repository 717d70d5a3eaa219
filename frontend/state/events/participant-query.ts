import { type QueryKey, queryOptions } from '@tanstack/react-query';
import { api, wholeAnswerOf } from '../../api/client.ts';

/** A participant as the state addresses it. */
export interface OneParticipant {
  readonly eventId: string;
  readonly orgId: string;
}

const whileTakenMillis = 1_500;
const usuallyMillis = 10_000;

/** Others work on it too: it is read anew while it is on the screen, more often while its snapshot is being taken. */
export const participantQuery = ({ eventId, orgId }: OneParticipant) =>
  queryOptions({
    queryKey: ['participant', eventId, orgId],
    queryFn: () =>
      wholeAnswerOf(
        api.GET('/v1/certification-events/{id}/participants/{orgId}', { params: { path: { id: eventId, orgId } } }),
      ),
    refetchInterval: ({ state: { data } }) => {
      const status = data?.data.snapshot?.status;
      return status === 'QUEUED' || status === 'RUNNING' ? whileTakenMillis : usuallyMillis;
    },
  });

/** What is read anew after a command on it. */
export const changedByParticipant = ({ eventId, orgId }: OneParticipant): readonly QueryKey[] => [
  ['participant', eventId, orgId],
  ['participants', eventId],
  ['snapshots', eventId],
  ['state-runs', eventId, orgId],
];

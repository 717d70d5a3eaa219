import { type QueryKey, queryOptions } from '@tanstack/react-query';
import { api, wholeAnswerOf } from '../../api/client.ts';
import type { CertificationEvent } from '../../api/shapes.ts';

const everyMillis = 1_000;

/** Under way to be seen by everybody. One that has failed goes on by itself later, so it is watched as well. */
const isPublishing = ({ status, publishing }: CertificationEvent): boolean =>
  status === 'PUBLISHING' || publishing !== null;

/** A certification event with its version. While it is being published it is asked for again and again. */
export const eventQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['event', eventId],
    queryFn: () => wholeAnswerOf(api.GET('/v1/certification-events/{id}', { params: { path: { id: eventId } } })),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isPublishing(data.data) ? everyMillis : false),
  });

/** What is read anew after a command on it. */
export const changedByEvent = (eventId: string): readonly QueryKey[] => [
  ['event', eventId],
  ['events'],
  ['participants', eventId],
  ['participant', eventId],
  ['snapshots', eventId],
];

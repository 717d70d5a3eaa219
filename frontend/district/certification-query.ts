import { type QueryKey, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { Certification } from '../api/shapes.ts';

/** A participant as its people address it. */
export interface Work {
  readonly eventId: string;
  readonly orgId: string;
}

const everyMillis = 1_500;

/** Runs are watched one by one; what else is under way is seen only here. */
const isWaiting = ({ snapshot, steps }: Certification): boolean =>
  snapshot?.status === 'QUEUED' ||
  snapshot?.status === 'RUNNING' ||
  steps.some(({ status, run }) => (status === 'QUEUED' || status === 'RUNNING') && run === null);

export const certificationQuery = (work: Work) =>
  queryOptions({
    queryKey: ['certification', work.eventId, work.orgId],
    queryFn: () => answerOf(api.GET('/v1/certifications/{eventId}/{orgId}', { params: { path: work } })),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isWaiting(data) ? everyMillis : false),
  });

/** What is read anew after a command on it. */
export const changedBy = ({ eventId, orgId }: Work): readonly QueryKey[] => [
  ['certification', eventId, orgId],
  ['history', eventId, orgId],
  ['runs', eventId, orgId],
  ['certifications'],
  ['me'],
];

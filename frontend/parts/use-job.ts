import { type QueryKey, useQuery } from '@tanstack/react-query';
import type { Answer } from '../api/client.ts';
import type { Job } from './job-progress.tsx';

const millisBetween = 1_000;
const isUnderWay = (status: string): boolean => ['QUEUED', 'RUNNING', 'CHECKING', 'RECEIVED'].includes(status);

interface JobOptions<Work> {
  readonly queryKey: QueryKey;
  readonly read: () => Promise<Answer<Work>>;
}

/** Asks for a job again as often as the API wants to be asked, until it has ended. */
export const useJob = <Work extends Pick<Job, 'status'>>({ queryKey, read }: JobOptions<Work>) =>
  useQuery({
    queryKey,
    queryFn: read,
    refetchInterval: ({ state: { data } }) => {
      if (data !== undefined && !isUnderWay(data.data.status)) return false;
      return (data?.retryAfter ?? 0) * millisBetween || millisBetween;
    },
    select: ({ data }) => data,
  });

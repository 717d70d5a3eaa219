import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { api, wholeAnswerOf } from '../../api/client.ts';
import type { Run } from '../../api/shapes.ts';
import { useJob } from '../use-job.ts';

/** A run as it stands by now, asked for until it has ended; each time it has gone on, `changes` are read anew. */
export const useFollowedRun = (known: Run, changes: readonly QueryKey[]): Run => {
  const queries = useQueryClient();
  const { data: run = known } = useJob({
    queryKey: ['run', known.id],
    read: () => wholeAnswerOf(api.GET('/v1/runs/{id}', { params: { path: { id: known.id } } })),
  });
  const readAnew = useEffectEvent(() => {
    for (const queryKey of changes) void queries.invalidateQueries({ queryKey });
  });
  useEffect(() => {
    if (run.status !== known.status) readAnew();
  }, [run.status, known.status]);
  return run;
};

import { useSuspenseQuery } from '@tanstack/react-query';
import type { Operation } from '../../shared/domain/access/policy.ts';
import { meQuery } from '../api/queries.ts';

/** What the API says this person's rights open: places and buttons are offered by it, and by nothing else. */
export const usePermitted = (): ((operation: Operation) => boolean) => {
  const { data: me } = useSuspenseQuery(meQuery);
  return (operation) => me.permittedCommands.includes(operation);
};

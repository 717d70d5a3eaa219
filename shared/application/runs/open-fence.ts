import { publishedOf } from '../../domain/certification-event/lifecycle.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { FenceCheck } from '../ports/unit-of-work.ts';
import type { Store } from '../ports/store.ts';

/** What a commit that lets a run go on rests on: its certification event is open. Null when it is not any more. */
export const openFence = async (
  store: Store,
  { certificationEventId, organizationId }: ValidationRun,
): Promise<FenceCheck | null> => {
  const read = await store.load('certificationEvent', certificationEventId);
  const published = read === undefined || read.state.status === 'CLOSED' ? null : publishedOf(read.state);
  return published && { certificationEventId, organizationId, revision: published.revision };
};

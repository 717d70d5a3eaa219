import type { Commit, FenceChange } from '../../shared/application/ports/unit-of-work.ts';
import type { InMemoryData } from './in-memory-data.ts';

export const fencesHold = (data: InMemoryData, { fence, fenceChange }: Commit): boolean => {
  const checked = fence && data.fences.get(fence.certificationEventId);
  const isOpen = !fence || (checked?.status === 'PUBLISHED' && checked.revision === fence.revision);
  const isChangeable = !fenceChange || data.fences.get(fenceChange.certificationEventId)?.status !== 'CLOSED';
  return isOpen && isChangeable;
};

export const openFences = (data: InMemoryData, { certificationEventId, status, revision }: FenceChange): void => {
  data.fences.set(certificationEventId, { status, revision });
};

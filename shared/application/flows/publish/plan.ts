import type { PublishTask } from '../../../contracts/workflows/publish.ts';
import type { Ports } from '../../ports/ports.ts';
import { chunkSize, loadPublication } from './publication.ts';

type Plan =
  | { readonly outcome: 'PLANNED'; readonly chunks: readonly { readonly chunk: number }[] }
  | { readonly outcome: 'ALREADY_DONE'; readonly chunks: readonly never[] };

/** How many chunks of participants there are to make. A publication that is through already has nothing to plan. */
export const planPublication = async (ports: Ports, task: PublishTask): Promise<Plan> => {
  const publication = await loadPublication(ports.store, task.certificationEventId, task.revision);
  if (publication === undefined) return { outcome: 'ALREADY_DONE', chunks: [] };
  const count = Math.ceil(publication.organizationIds.length / chunkSize);
  return { outcome: 'PLANNED', chunks: Array.from({ length: count }, (_, chunk) => ({ chunk })) };
};

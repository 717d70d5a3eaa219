import type { Store } from '../ports/store.ts';
import type { Scene } from './scene.ts';

/** Whether the published revision links any validation group: without one there is nothing to run. */
export const hasGroups = async (store: Store, scene: Pick<Scene, 'certificationEvent'>): Promise<boolean> => {
  const { id, published } = scene.certificationEvent.state;
  return (await store.bodyWithoutParticipants(id, published.bodyId)).pinnedGroups.length > 0;
};

import type { QueuedSnapshot } from '../../../domain/snapshot/state.ts';
import type { OutboxMessage } from '../../outbox.ts';
import { notification } from '../../participants/notify.ts';
import type { Scene } from '../../participants/scene.ts';

/** Whoever asked for it; of one that was found missing, everybody it is for. */
export const tellOfSnapshot = (
  scene: Scene,
  {
    id,
    organizationId,
    requestedBy,
    trigger,
  }: Pick<QueuedSnapshot, 'id' | 'organizationId' | 'requestedBy' | 'trigger'>,
): readonly OutboxMessage[] => {
  const occasion = { about: id, facts: { snapshotId: id } };
  if (requestedBy !== null)
    return [notification(scene, 'SNAPSHOT_FINISHED', { kind: 'USER', userId: requestedBy }, occasion)];
  const audience = { kind: 'PARTICIPANT', organizationId, except: null } as const;
  return trigger === 'CLEANUP' ? [notification(scene, 'SNAPSHOT_MISSING', audience, occasion)] : [];
};

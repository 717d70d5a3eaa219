import type { Ports } from '../../../shared/application/ports/ports.ts';
import { participantFor } from '../../../shared/application/queries/certification-events.ts';
import { historyView } from '../../../shared/application/views/audit-view.ts';
import { getHistory } from '../../../shared/contracts/operations/certifications.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { participantKey } from './participant-key.ts';

export const getHistoryDoor = ({ store }: Ports) =>
  door(getHistory, async ({ params, caller }) => {
    const scene = await participantFor(store, caller, 'getHistory', participantKey(params));
    if (!scene.ok) return scene;
    const entries = await store.historyOf(participantKey(params));
    return ok({ body: { items: entries.map(historyView), nextCursor: null, total: entries.length } });
  });

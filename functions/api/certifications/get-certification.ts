import type { Ports } from '../../../shared/application/ports/ports.ts';
import { participantFor } from '../../../shared/application/queries/certification-events.ts';
import { certificationView } from '../../../shared/application/views/certification-view.ts';
import { getCertification } from '../../../shared/contracts/operations/certifications.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { participantKey } from './participant-key.ts';

export const getCertificationDoor = ({ store }: Ports) =>
  door(getCertification, async ({ params, caller }) => {
    const scene = await participantFor(store, caller, 'getCertification', participantKey(params));
    if (!scene.ok) return scene;
    return ok({ body: await certificationView(store, scene.value), version: scene.value.participant.version });
  });

import type { PublishTask } from '../../../contracts/workflows/publish.ts';
import type { Ports } from '../../ports/ports.ts';
import { createParticipants } from './create-participants.ts';
import { flipPublication } from './flip.ts';
import { planPublication } from './plan.ts';
import { recordPublishFailure } from './record-failure.ts';

/** The work behind each task of the publish machine. */
export const runPublishTask = (ports: Ports, task: PublishTask): Promise<{ readonly outcome: string }> => {
  switch (task.task) {
    case 'plan':
      return planPublication(ports, task);
    case 'create-participants':
      return createParticipants(ports, task);
    case 'flip':
      return flipPublication(ports, task);
    case 'record-failure':
      return recordPublishFailure(ports, task);
  }
};

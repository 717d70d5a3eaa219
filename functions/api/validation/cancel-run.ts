import { cancelRun as cancel } from '../../../shared/application/runs/cancel.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { cancelRun } from '../../../shared/contracts/operations/validation.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const cancelRunDoor = (ports: Ports) =>
  door(cancelRun, async ({ params, caller, repeat }) =>
    rendered(await cancel(ports, { id: params.id, caller, repeat })),
  );

import { readAlert as read } from '../../../shared/application/directory/alerts.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { readAlert } from '../../../shared/contracts/operations/directory.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const readAlertDoor = (ports: Ports) =>
  door(readAlert, async ({ params, caller, repeat }) =>
    rendered(await read(ports, { caller, repeat, wish: params.id })),
  );

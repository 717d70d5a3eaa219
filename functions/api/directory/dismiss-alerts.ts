import { dismissAlerts as dismiss } from '../../../shared/application/directory/alerts.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { dismissAlerts } from '../../../shared/contracts/operations/directory.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const dismissAlertsDoor = (ports: Ports) =>
  door(dismissAlerts, async ({ body, caller, repeat }) =>
    rendered(await dismiss(ports, { caller, repeat, wish: body.ids })),
  );

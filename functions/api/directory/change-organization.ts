import { changeOrganization as change } from '../../../shared/application/directory/change-organizations.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { changeOrganization } from '../../../shared/contracts/operations/organizations.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const changeOrganizationDoor = (ports: Ports) =>
  door(changeOrganization, ({ params, body, caller, expectedVersion }) =>
    change(ports, { id: params.orgId, caller, fields: body, expectedVersion }),
  );

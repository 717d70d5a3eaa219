import { createOrganization as create } from '../../../shared/application/directory/change-organizations.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { createOrganization } from '../../../shared/contracts/operations/organizations.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { located } from '../../../shared/runtime/http/rendered.ts';

export const createOrganizationDoor = (ports: Ports) =>
  door(createOrganization, async ({ body, caller, repeat }) =>
    located('/v1/organizations', await create(ports, { caller, repeat, sent: body })),
  );

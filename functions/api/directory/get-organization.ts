import { organizationFor } from '../../../shared/application/directory/organizations.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { organizationView } from '../../../shared/application/views/directory-view.ts';
import { getOrganization } from '../../../shared/contracts/operations/directory.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getOrganizationDoor = ({ store }: Ports) =>
  door(getOrganization, async ({ params, caller }) => {
    const read = await organizationFor(store, caller, params.orgId);
    return read.ok ? ok({ body: organizationView(read.value.state), version: read.value.version }) : read;
  });

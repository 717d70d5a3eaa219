import { matchingOrganizations } from '../../../shared/application/directory/organizations.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { organizationView } from '../../../shared/application/views/directory-view.ts';
import { listOrganizations } from '../../../shared/contracts/operations/directory.ts';
import type { Organization } from '../../../shared/domain/organization/state.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import type { Ordering } from '../../../shared/runtime/http/paging.ts';

const byName: Ordering<Organization> = { sortKey: ({ name }) => name, id: ({ id }) => id, descending: false };

export const listOrganizationsDoor = ({ store }: Ports) =>
  door(listOrganizations, async (request) => {
    const items = await matchingOrganizations(store, request.caller, request.query);
    return listed(store, listOrganizations, request, { items, ordering: byName, view: organizationView });
  });

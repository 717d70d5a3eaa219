import { matchingCategories } from '../../../shared/application/directory/categories.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import { categoryView } from '../../../shared/application/views/directory-view.ts';
import { listCategories } from '../../../shared/contracts/operations/directory.ts';
import type { Category } from '../../../shared/domain/category/state.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import type { Ordering } from '../../../shared/runtime/http/paging.ts';

const byName: Ordering<Category> = { sortKey: ({ name }) => name, id: ({ id }) => id, descending: false };

export const listCategoriesDoor = ({ store }: Ports) =>
  door(listCategories, async (request) => {
    const refused = denied(request.caller, 'listCategories', { kind: 'AGENCY' });
    if (refused) return refuse(refused);
    const items = await matchingCategories(store, request.caller, request.query);
    return listed(store, listCategories, request, { items, ordering: byName, view: categoryView });
  });

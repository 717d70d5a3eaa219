import { categoryFor } from '../../../shared/application/directory/categories.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { categoryView } from '../../../shared/application/views/directory-view.ts';
import { getCategory } from '../../../shared/contracts/operations/directory.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getCategoryDoor = ({ store }: Ports) =>
  door(getCategory, async ({ params, caller }) => {
    const read = await categoryFor(store, caller, params.id);
    return read.ok ? ok({ body: categoryView(read.value.state), version: read.value.version }) : read;
  });

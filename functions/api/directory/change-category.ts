import { changeCategory as change } from '../../../shared/application/directory/change-categories.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { changeCategory } from '../../../shared/contracts/operations/categories.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const changeCategoryDoor = (ports: Ports) =>
  door(changeCategory, ({ params, body, caller, expectedVersion }) =>
    change(ports, { id: params.id, caller, expectedVersion, fields: body }),
  );

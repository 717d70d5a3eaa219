import { publishCategory as publish } from '../../../shared/application/directory/change-categories.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { publishCategory } from '../../../shared/contracts/operations/categories.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const publishCategoryDoor = (ports: Ports) =>
  door(publishCategory, ({ params, caller, repeat }) => publish(ports, { id: params.id, caller, repeat }));

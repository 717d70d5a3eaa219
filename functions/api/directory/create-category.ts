import { createCategory as create } from '../../../shared/application/directory/change-categories.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { createCategory } from '../../../shared/contracts/operations/categories.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { located } from '../../../shared/runtime/http/rendered.ts';

export const createCategoryDoor = (ports: Ports) =>
  door(createCategory, async ({ body, caller, repeat }) =>
    located('/v1/categories', await create(ports, { caller, repeat, fields: body })),
  );

import { createUser as create } from '../../../shared/application/directory/create-user.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { createUser } from '../../../shared/contracts/operations/people.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { located } from '../../../shared/runtime/http/rendered.ts';

export const createUserDoor = (ports: Ports) =>
  door(createUser, async ({ body, caller, repeat }) =>
    located('/v1/users', await create(ports, { caller, repeat, sent: body })),
  );

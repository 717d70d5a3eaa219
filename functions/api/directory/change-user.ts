import { changeUser as change } from '../../../shared/application/directory/change-user.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { changeUser } from '../../../shared/contracts/operations/people.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const changeUserDoor = (ports: Ports) =>
  door(changeUser, ({ params, body, caller, expectedVersion }) =>
    change(ports, { id: params.userId, caller, expectedVersion, fields: body }),
  );

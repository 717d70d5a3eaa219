import { replaceRights as replace } from '../../../shared/application/directory/change-user.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { replaceRights } from '../../../shared/contracts/operations/people.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const replaceRightsDoor = (ports: Ports) =>
  door(replaceRights, ({ params, body, caller, expectedVersion }) =>
    replace(ports, { id: params.userId, caller, expectedVersion, rights: body.rights }),
  );

import { changeStateMember } from '../../../shared/application/directory/state-members.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { setStateMember } from '../../../shared/contracts/operations/categories.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const setStateMemberDoor = (ports: Ports) =>
  door(setStateMember, ({ params, body, caller, expectedVersion }) =>
    changeStateMember(ports, { ...params, caller, expectedVersion, role: body.role }),
  );

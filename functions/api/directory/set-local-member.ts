import { setLocalMember as set } from '../../../shared/application/directory/change-local-members.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { setLocalMember } from '../../../shared/contracts/operations/categories.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const setLocalMemberDoor = (ports: Ports) =>
  door(setLocalMember, ({ params, body, caller, expectedVersion }) =>
    set(ports, { ...params, ...body, caller, expectedVersion }),
  );

import { removeLocalMember as remove } from '../../../shared/application/directory/change-local-members.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { removeLocalMember } from '../../../shared/contracts/operations/categories.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const removeLocalMemberDoor = (ports: Ports) =>
  door(removeLocalMember, async ({ params, caller, expectedVersion }) =>
    rendered(await remove(ports, { ...params, caller, expectedVersion })),
  );

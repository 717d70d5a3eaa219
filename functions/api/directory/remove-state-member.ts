import { changeStateMember } from '../../../shared/application/directory/state-members.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { removeStateMember } from '../../../shared/contracts/operations/categories.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const removeStateMemberDoor = (ports: Ports) =>
  door(removeStateMember, async ({ params, caller, expectedVersion }) => {
    const removed = await changeStateMember(ports, { ...params, caller, expectedVersion, role: null });
    return removed.ok ? ok({ body: null }) : removed;
  });

import { userFor } from '../../../shared/application/directory/people.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { userView } from '../../../shared/application/views/user-view.ts';
import { getUser } from '../../../shared/contracts/operations/people.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getUserDoor = ({ store }: Ports) =>
  door(getUser, async ({ params, caller }) => {
    const read = await userFor(store, caller, 'getUser', params.userId);
    return read.ok ? ok({ body: userView(read.value.state), version: read.value.version }) : read;
  });

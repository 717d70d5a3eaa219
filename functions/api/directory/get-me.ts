import { me } from '../../../shared/application/directory/me.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { getMe } from '../../../shared/contracts/operations/directory.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getMeDoor = ({ store }: Ports) => door(getMe, async ({ caller }) => ok({ body: await me(store, caller) }));

import type { Ports } from '../../../shared/application/ports/ports.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import { groupView } from '../../../shared/application/views/rule-view.ts';
import { getValidationGroup } from '../../../shared/contracts/operations/validation.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getValidationGroupDoor = ({ store }: Ports) =>
  door(getValidationGroup, async ({ params, caller }) => {
    const refused = denied(caller, 'getValidationGroup', { kind: 'AGENCY' });
    if (refused) return refuse(refused);
    const read = await store.load('validationGroup', params.id);
    return read ? ok({ body: groupView(read.state), version: read.version }) : refuse({ code: 'NOT_FOUND' });
  });

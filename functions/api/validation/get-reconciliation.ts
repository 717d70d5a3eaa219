import { reconcile } from '../../../shared/application/comparisons/reconcile.ts';
import { districtDataFor } from '../../../shared/application/datasets/for-caller.ts';
import { getReconciliation } from '../../../shared/contracts/operations/comparisons.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { ValidationPorts } from './validation-ports.ts';

export const getReconciliationDoor = (ports: ValidationPorts) =>
  door(getReconciliation, async ({ params, caller }) => {
    const data = await districtDataFor(ports.store, caller, 'getReconciliation', params.orgId);
    if (!data.ok) return data;
    const body = await reconcile(ports, caller, params.orgId, data.value.state);
    return body.ok ? ok({ body: body.value }) : body;
  });

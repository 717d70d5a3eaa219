import { retryRun as retry } from '../../../shared/application/runs/retry.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { retryRun } from '../../../shared/contracts/operations/validation.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const retryRunDoor = (ports: Ports) =>
  door(retryRun, async ({ params, caller, repeat }) =>
    rendered(await retry(ports, { id: params.id, caller, repeat }), (run) => ({ location: `/v1/runs/${run.id}` })),
  );

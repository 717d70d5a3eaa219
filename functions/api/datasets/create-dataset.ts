import { createDataset as create } from '../../../shared/application/datasets/declare.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { createDataset } from '../../../shared/contracts/operations/datasets.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const createDatasetDoor = (ports: Ports) =>
  door(createDataset, async ({ body: { reason, declaration }, caller, repeat }) => {
    const made = await create(ports, { caller, repeat, declaration, reason });
    return made.ok ? ok({ ...made.value, location: `/v1/datasets/${declaration.name}` }) : made;
  });

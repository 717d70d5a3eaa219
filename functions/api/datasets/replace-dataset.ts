import { replaceDataset as replace } from '../../../shared/application/datasets/declare.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { replaceDataset } from '../../../shared/contracts/operations/datasets.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const replaceDatasetDoor = (ports: Ports) =>
  door(replaceDataset, async ({ params, body: { reason, confirm, declaration }, caller, expectedVersion }) =>
    declaration.name === params.name
      ? replace(ports, { caller, expectedVersion, declaration, confirm, reason })
      : refuse({ code: 'INVALID_INPUT', pointer: '/name' }),
  );

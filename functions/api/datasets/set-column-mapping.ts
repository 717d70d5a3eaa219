import { mapColumns } from '../../../shared/application/datasets/act-on-data.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { setColumnMapping } from '../../../shared/contracts/operations/datasets.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const setColumnMappingDoor = (ports: Ports) =>
  door(setColumnMapping, async ({ params, body, caller, expectedVersion }) =>
    rendered(
      await mapColumns(ports, {
        districtId: params.orgId,
        dataset: params.dataset,
        mapping: body,
        caller,
        expectedVersion,
      }),
    ),
  );

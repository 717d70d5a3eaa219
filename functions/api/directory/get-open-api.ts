import document from '../../../docs/openapi.json' with { type: 'json' };
import { getOpenApi } from '../../../shared/contracts/operations/directory.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { openDoor } from '../../../shared/runtime/http/door.ts';

/** The contract as it was built into this bundle. */
export const getOpenApiDoor = () => openDoor(getOpenApi, async () => ok({ body: document }));

import { api } from '../../../shared/wiring/api.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { operations } from '../../../shared/contracts/operations.ts';
import { unknownRoute } from '../../../shared/runtime/http/unknown-route.ts';
import { directoryDoors } from './doors.ts';

const ports = tablePorts();

/** Besides its own area: what is no route at all, which the gateway sends here. */
export const handler = api(directoryDoors(ports), ports, unknownRoute(operations));

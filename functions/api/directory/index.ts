import { trustedTokens } from '../../../shared/wiring/trusted-tokens.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { operations } from '../../../shared/contracts/operations.ts';
import { apiHandler } from '../../../shared/runtime/http/api-handler.ts';
import { findCaller } from '../../../shared/runtime/http/find-caller.ts';
import { unknownRoute } from '../../../shared/runtime/http/unknown-route.ts';
import { directoryDoors } from './doors.ts';

const ports = tablePorts();
const callers = findCaller(ports, trustedTokens());

/** Besides its own area: what is no route at all, which the gateway sends here. */
export const handler = apiHandler(directoryDoors(ports), callers, unknownRoute(operations));

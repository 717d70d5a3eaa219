import { trustedTokens } from '../../../shared/wiring/trusted-tokens.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { apiHandler } from '../../../shared/runtime/http/api-handler.ts';
import { findCaller } from '../../../shared/runtime/http/find-caller.ts';
import { eventDoors } from './doors.ts';

const ports = tablePorts();

export const handler = apiHandler(eventDoors(ports), findCaller(ports, trustedTokens()));

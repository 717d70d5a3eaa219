import { tablePorts } from '../../../shared/wiring/table.ts';
import { env } from '../../../shared/runtime/env.ts';
import { apiHandler } from '../../../shared/runtime/http/api-handler.ts';
import { findCaller } from '../../../shared/runtime/http/find-caller.ts';
import { eventDoors } from './doors.ts';

const ports = tablePorts();

export const handler = apiHandler(eventDoors(ports), findCaller(ports, env('USER_ID_CLAIM')));

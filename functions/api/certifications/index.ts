import { trustedTokens } from '../../../shared/wiring/trusted-tokens.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { apiHandler } from '../../../shared/runtime/http/api-handler.ts';
import { findCaller } from '../../../shared/runtime/http/find-caller.ts';
import { certificationDoors } from './doors.ts';

const ports = { ...tablePorts(), objects: objectStore('data') };

export const handler = apiHandler(certificationDoors(ports), findCaller(ports, trustedTokens()));

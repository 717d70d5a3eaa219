import { trustedTokens } from '../../../shared/wiring/trusted-tokens.ts';
import { printer } from '../../../shared/engine/report/print/printer.ts';
import { apiHandler } from '../../../shared/runtime/http/api-handler.ts';
import { findCaller } from '../../../shared/runtime/http/find-caller.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { reportDoors } from './doors.ts';

const ports = { ...tablePorts(), printer: printer() };

export const handler = apiHandler(reportDoors(ports), findCaller(ports, trustedTokens()));

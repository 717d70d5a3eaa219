import { tablePorts } from '../../../shared/wiring/table.ts';
import { deadLetter } from '../../../shared/contracts/messages/dead-letter.ts';
import { env } from '../../../shared/runtime/env.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';
import { giveUp } from './give-up.ts';

const ports = { ...tablePorts(), origin: env('PUBLIC_ORIGIN') };

export const handler = workerHandler(deadLetter, { work: (message) => giveUp(ports, message) });

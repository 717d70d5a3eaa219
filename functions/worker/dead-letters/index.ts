import { tablePorts } from '../../../shared/wiring/table.ts';
import { deadLetter } from '../../../shared/contracts/messages/dead-letter.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';
import { giveUp } from './give-up.ts';

const ports = tablePorts();

export const handler = workerHandler(deadLetter, { work: (message) => giveUp(ports, message) });

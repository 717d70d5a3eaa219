import { tablePorts } from '../../../shared/wiring/table.ts';
import { systemCaller } from '../../../shared/application/system-caller.ts';
import { fireTimer } from '../../../shared/application/timers/fire.ts';
import { timerMessage } from '../../../shared/contracts/messages/timer.ts';
import { scheduleHandler } from '../../../shared/runtime/schedule-handler.ts';

const ports = tablePorts();

export const handler = scheduleHandler(timerMessage, async ({ timerId, version }) =>
  fireTimer(ports, await systemCaller(ports, 'schedule', timerId), timerId, version),
);

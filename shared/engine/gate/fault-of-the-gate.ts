import * as z from 'zod';
import { EngineFault } from '../sandbox/engine-process.ts';
import type { GateFault } from './gate-fault.ts';

export const gateFaultSchema = z.object({ fault: z.object({ name: z.string(), places: z.array(z.string()) }) });

/** What another process told of its gate, as if it were thrown here, so that the log names the place. */
export const faultOfTheGate = ({ fault: { name, places } }: GateFault): EngineFault => {
  const fault = new EngineFault('the gate failed over a text', '');
  fault.name = name;
  fault.stack = [String(fault), ...places].join('\n');
  return fault;
};

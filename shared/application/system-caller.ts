import type { Caller } from './caller.ts';
import type { Ports } from './ports/ports.ts';

/** A named part of the system as the one who asks: flows, workers, timers. */
export const systemCaller = async (
  ports: Pick<Ports, 'store' | 'clock'>,
  name: string,
  requestId: string,
): Promise<Caller> => {
  const agency = await ports.store.load('agency', 'AGENCY');
  if (agency === undefined) throw new Error('the agency has no settings yet');
  return { actor: { kind: 'SYSTEM', name }, now: ports.clock.now(), agency: agency.state, requestId };
};

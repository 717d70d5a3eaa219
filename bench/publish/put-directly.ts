import { agency } from '../../functions/operator/seed/agency.ts';
import { seedCaller } from '../../functions/operator/seed/place.ts';
import { uncounted } from '../../shared/wiring/meter.ts';
import { tablePorts } from '../../shared/wiring/table.ts';
import type { System } from '../system/running.ts';
import { putDistricts } from './organizations.ts';

export const districts = 1_200;

const putAt = new Map<string, Promise<void>>();

/** Adds the districts of a state to a running system, as an operator does; they are there for whoever asks after the first. */
export const putDirectly = (system: System): Promise<void> => {
  const putting = putAt.get(system.origin) ?? putOnce(system);
  putAt.set(system.origin, putting);
  return putting;
};

const putOnce = async ({ environment }: System): Promise<void> => {
  Object.assign(process.env, environment);
  const ports = tablePorts(uncounted);
  await putDistricts({ ports, caller: seedCaller(agency, ports.clock.now()) }, districts);
};

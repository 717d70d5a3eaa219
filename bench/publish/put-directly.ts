import { agency } from '../../functions/operator/seed/agency.ts';
import { type Seed, seedCaller } from '../../functions/operator/seed/place.ts';
import { uncounted } from '../../shared/wiring/meter.ts';
import { tablePorts } from '../../shared/wiring/table.ts';
import type { System } from '../system/running.ts';
import { putDistricts } from './organizations.ts';

export const districts = 1_200;

/** Who sets up a running system from outside. */
export const operatorOf = ({ environment }: System): Seed => {
  Object.assign(process.env, environment);
  const ports = tablePorts(uncounted);
  return { ports, caller: seedCaller(agency, ports.clock.now()) };
};

const putAt = new Map<string, Promise<void>>();

/** Adds the districts of a state to a running system, as an operator does; they are there for whoever asks after the first. */
export const putDirectly = (system: System): Promise<void> => {
  const putting = putAt.get(system.origin) ?? putOnce(system);
  putAt.set(system.origin, putting);
  return putting;
};

const putOnce = (system: System): Promise<void> => putDistricts(operatorOf(system), districts);

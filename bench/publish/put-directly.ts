import { agency } from '../../functions/operator/seed/agency.ts';
import { seedCaller } from '../../functions/operator/seed/place.ts';
import { tablePorts } from '../../shared/wiring/table.ts';
import type { System } from '../system/running.ts';
import { putDistricts } from './organizations.ts';

export const districts = 1_200;

/** Adds the districts of a state to a running system, as an operator does. */
export const putDirectly = async ({ environment }: System): Promise<void> => {
  Object.assign(process.env, environment);
  const ports = tablePorts();
  await putDistricts({ ports, caller: seedCaller(agency, ports.clock.now()) }, districts);
};

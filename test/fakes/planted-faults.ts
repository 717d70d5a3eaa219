import { faultsOfRecord } from './planted-faults/of-the-record.ts';
import { faultsOfWork } from './planted-faults/of-the-work.ts';
import type { PlantedFault } from './planted-faults/planted-fault.ts';

/** For every invariant at least one state that must not pass for sound. */
export const plantedFaults: readonly PlantedFault[] = [...faultsOfWork, ...faultsOfRecord];

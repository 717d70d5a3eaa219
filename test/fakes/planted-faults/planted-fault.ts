import type { Plant } from '../planting.ts';

export interface PlantedFault {
  readonly invariant: number;
  readonly fault: string;
  readonly when: 'published' | 'closed';
  readonly plant: Plant;
}

export const fault = (invariant: number, text: string, plant: Plant, when: PlantedFault['when'] = 'published') => ({
  invariant,
  fault: text,
  when,
  plant,
});

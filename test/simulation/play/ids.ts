import type { Ids } from '../../../shared/application/ports/world.ts';

/** Ids in the order of their making, the same in every run; `era` keeps those of a run from those of its beginning. */
export const idsOf = (era: string): Ids => {
  let made = 0;
  return {
    next: (prefix) => {
      made += 1;
      return `${prefix}_${era.padStart(4, '0')}${String(made).padStart(22, '0')}`;
    },
  };
};

import type { Ids } from '../../shared/application/ports/world.ts';

/** Ids of the usual length in the order of their making: the same in every run. */
export const countingIds = (): Ids => {
  let made = 0;
  return {
    next(prefix) {
      made += 1;
      return `${prefix}_${String(made).padStart(26, '0')}`;
    },
  };
};

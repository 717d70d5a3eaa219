import type { Clock } from '../../application/ports/world.ts';
import { instantOf } from '../../kernel/instant.ts';

/** The clock of the machine. Doors read it once a command. */
export const systemClock = (): Clock => ({ now: () => instantOf(new Date()) });

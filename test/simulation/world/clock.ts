import type { Clock } from '../../../shared/application/ports/world.ts';
import { instantFromMillis } from '../../../shared/kernel/instant.ts';
import { actorNow } from './actors.ts';

/** Time passes only when the simulation says so. Whoever reads it reads his own watch, which may be wrong. */
export class VirtualClock implements Clock {
  millis: number;

  constructor(start: number) {
    this.millis = start;
  }

  now() {
    return instantFromMillis(this.millis + (actorNow()?.skewMillis ?? 0));
  }
}

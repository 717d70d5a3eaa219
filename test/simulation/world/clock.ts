import type { Clock } from '../../../shared/application/ports/world.ts';
import { instantFromMillis } from '../../../shared/kernel/instant.ts';
import { actorNow } from './actors.ts';

/** Time passes only when the simulation says so. Whoever reads it reads his own watch, which may be wrong. */
export class VirtualClock implements Clock {
  millis: number;
  /** How much of the time nobody lived through. */
  jumped = 0;

  constructor(start: number) {
    this.millis = start;
  }

  jumpTo(millis: number): void {
    this.jumped += millis - this.millis;
    this.millis = millis;
  }

  now() {
    return instantFromMillis(this.millis + (actorNow()?.skewMillis ?? 0));
  }
}

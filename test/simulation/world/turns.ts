import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Actor, isBusy } from './actors.ts';

/** Something that can happen next. Names order what stands side by side, so that a seed means the same every time. */
export interface Choice {
  readonly name: string;
  readonly take: () => void;
}

interface Later extends Choice {
  readonly at: number;
}

const quietTurns = 2;

/** What waits: calls for their turn, and everything that is to happen at a time. One thing happens at once. */
export class Turns {
  readonly #parked = new Set<Choice>();
  readonly #agenda = new Set<Later>();
  readonly #actors = new Set<Actor>();
  readonly #busyElsewhere: () => boolean;
  #activity = 0;

  constructor(busyElsewhere: () => boolean) {
    this.#busyElsewhere = busyElsewhere;
  }

  watch(actor: Actor): void {
    this.#actors.add(actor);
    this.stir();
  }

  leave(actor: Actor): void {
    actor.done = true;
    this.#actors.delete(actor);
    this.stir();
  }

  stir(): void {
    this.#activity += 1;
  }

  /** Resolves when it is this call's turn. */
  park(actor: Actor, name: string): Promise<void> {
    actor.parked += 1;
    this.stir();
    return new Promise((resolve) => {
      const choice: Choice = {
        name: `${actor.name} ${name}`,
        take: () => {
          this.#parked.delete(choice);
          actor.parked -= 1;
          resolve();
        },
      };
      this.#parked.add(choice);
    });
  }

  at(millis: number, name: string, take: () => void): void {
    const entry: Later = {
      at: millis,
      name,
      take: () => {
        this.#agenda.delete(entry);
        take();
      },
    };
    this.#agenda.add(entry);
  }

  /** Waits until nobody computes any more: everybody waits for a turn, or for a time. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < quietTurns; ) {
      const before = this.#activity;
      await nextTurn();
      const busy = this.#busyElsewhere() || [...this.#actors].some(isBusy);
      quiet = busy || before !== this.#activity ? 0 : quiet + 1;
    }
  }

  choices(now: number): readonly Choice[] {
    const due = [...this.#agenda].filter(({ at }) => at <= now);
    return [...this.#parked, ...due].toSorted((left, right) => (left.name < right.name ? -1 : 1));
  }

  /** When the next thing is due; undefined when nothing is to come. */
  nextAt(): number | undefined {
    const times = [...this.#agenda].map(({ at }) => at);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  get waiting(): readonly string[] {
    return [...this.#parked, ...this.#agenda].map(({ name }) => name);
  }
}

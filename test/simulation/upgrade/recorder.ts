import { arnOfSchedule } from '../../../local/schedules/schedule.ts';
import { targetOf } from '../aws/wire.ts';
import type { Image } from '../world/image.ts';
import type { Plant } from '../world/options.ts';
import type { World } from '../world/world.ts';
import type { Line } from './recording.ts';

const writes = ['PutItem', 'UpdateItem', 'TransactWriteItems'];

const base64 = (content: Buffer): string => content.toString('base64');

/** Writes down what a world does, call by call. */
export class Recorder {
  readonly lines: Line[] = [];
  readonly #objects: Set<string>;
  readonly #schedules = new Map<string, unknown>();
  readonly #told = new Map<string, { readonly length: number; readonly tokens: string }>();
  readonly #waiting = new Set<string>();

  /** Begins with what is there already. */
  constructor(eventId: string, { millis, items, objects, accounts }: Image) {
    this.lines.push({ eventId });
    for (const item of items?.all() ?? []) this.lines.push({ item });
    for (const [account, enabled] of accounts) this.lines.push({ account, enabled });
    for (const [object, content] of objects) this.lines.push({ object, base64: base64(content) });
    this.lines.push({ at: millis });
    this.#objects = new Set(objects.keys());
  }

  readonly plant: Plant = async (service, call, proceed) => {
    const answer = await proceed(call);
    const operation = targetOf(call);
    if (service === 'table' && writes.includes(operation) && answer.status === 200)
      this.lines.push({ operation, body: JSON.parse(call.body.toString()) });
    return answer;
  };

  /** The world waits: whatever the last call did has been done. */
  note(world: World): void {
    this.#noteObjects(world);
    this.#noteSchedules(world);
    this.#noteExecutions(world);
    this.#noteMessages(world);
    if (!('at' in (this.lines.at(-1) ?? {}))) this.lines.push({ at: world.clock.millis });
  }

  #noteObjects({ objects }: World): void {
    for (const [object, content] of objects.stored) {
      if (this.#objects.has(object)) continue;
      this.#objects.add(object);
      this.lines.push({ object, base64: base64(content) });
    }
  }

  #noteSchedules({ schedules: { schedules } }: World): void {
    for (const schedule of schedules.values()) {
      const arn = arnOfSchedule(schedule.definition);
      if (this.#schedules.get(arn) === schedule) continue;
      this.#schedules.set(arn, schedule);
      this.lines.push({ schedule });
    }
    for (const arn of this.#schedules.keys()) {
      if (schedules.has(arn)) continue;
      this.#schedules.delete(arn);
      this.lines.push({ removed: arn });
    }
  }

  #noteExecutions({ flows }: World): void {
    for (const execution of flows.all()) {
      const { arn, history } = execution;
      const tokens = JSON.stringify(execution.tokens);
      const told = this.#told.get(arn);
      if (told?.length === history.length && told.tokens === tokens) continue;
      const from = told?.length ?? 0;
      this.#told.set(arn, { length: history.length, tokens });
      this.lines.push({ execution: structuredClone({ ...execution, from, history: history.slice(from) }) });
    }
  }

  #noteMessages({ queues: { waiting } }: World): void {
    for (const { id, queue, body } of waiting) {
      if (this.#waiting.has(id)) continue;
      this.#waiting.add(id);
      this.lines.push({ sent: { id, queue, body } });
    }
    const still = new Set(waiting.map(({ id }) => id));
    for (const id of this.#waiting) {
      if (still.has(id)) continue;
      this.#waiting.delete(id);
      this.lines.push({ taken: id });
    }
  }
}

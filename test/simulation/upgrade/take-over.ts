import type { AttributeValues } from '../../contract/engine/attribute-values.ts';
import { askTable } from '../aws/table-service.ts';
import { textAt } from '../aws/values.ts';
import { answered, jsonAnswer } from '../aws/wire.ts';
import type { World } from '../world/world.ts';
import type { LeftBehind } from './recording.ts';

const longestWayMillis = 60_000;

const isFence = (item: AttributeValues): boolean => textAt(item, 'pk')?.includes('#FENCE') === true;

/** A world goes on with the messages of older code, with rows that its stream had not told of, and meets the write it had on its way. */
export const takeOver = (world: World, { messages, unsent, onItsWay }: LeftBehind): void => {
  const { table, clock, chance } = world;
  for (const item of table.items.all()) if (isFence(item)) world.closings.see(item);
  for (const { queue, body } of messages) world.queues.send(queue, body);
  for (const key of unsent) world.triggers.relay(key);
  if (onItsWay === undefined) return;
  const { operation, text } = onItsWay;
  world.at(Math.floor(chance.next() * longestWayMillis), `older ${operation}`, () => {
    // Refused it may be, as any write whose expectation no longer holds.
    answered(() => jsonAnswer(askTable(table, clock.millis, operation, text)));
  });
};

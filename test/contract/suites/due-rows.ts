import type { OutboxRow } from '../../../shared/application/ports/outbox-rows.ts';
import type { World } from '../world.ts';

/** The messages that nobody has sent although their time has come. */
export const dueRows = async (world: World): Promise<readonly OutboxRow[]> =>
  (await world.dueList.due(world.clock.now())).work.flatMap((work) => (work.kind === 'OUTBOX' ? [work.row] : []));

export const theDueRow = async (world: World): Promise<OutboxRow> => {
  const [row] = await dueRows(world);
  if (!row) throw new Error('no message is due');
  return row;
};

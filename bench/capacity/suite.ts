import { listAt } from '../../test/story/read.ts';
import type { Suite } from '../suite.ts';
import type { Json } from '../../test/story/client.ts';
import { accountOf, figuresOf } from './account.ts';
import { boardSize } from './board-size.ts';
import { type Asked, askDoor } from './doors.ts';
import { openMeteredTable } from './engine.ts';
import { screenFigures } from './screens.ts';
import { beginPublishing, carryOutPublishing } from './publication.ts';
import { snapshotFigures } from './snapshots.ts';
import { putState } from './state.ts';
import { certify } from './submission.ts';

const districts = 1_200;

/** What the requests that everybody makes cost, put through the deployed doors over a table that keeps account. */
export const apiSuite: Suite = {
  name: 'api',
  async run() {
    const table = await openMeteredTable();
    const { ports } = table;
    try {
      const state = await putState(ports, districts);
      const ask = (asked: Asked) => askDoor(ports, state.admin, asked);
      const id = await beginPublishing(ports, state);
      const publishing = await accountOf(table, () => carryOutPublishing(ports, id));
      await ports.store.cursorKey();
      const list = await accountOf(table, () => ask({ operationId: 'listCertificationEvents' }));
      let page: Json = {};
      const board = await accountOf(table, async () => {
        page = await ask({ operationId: 'listParticipants', params: { id }, query: 'limit=200' });
        if (listAt(page, 'items').length !== 200) throw new Error('the board has no full page');
      });
      const one = await accountOf(table, () =>
        ask({ operationId: 'getParticipant', params: { id, orgId: state.districtId } }),
      );
      const { start, submit } = await certify(table, state);
      const snapshots = await snapshotFigures(table, state);
      return [
        ...figuresOf('publish flow, per participant', publishing, {}, districts),
        ...figuresOf('list certification events', list, { readUnits: 5 }),
        ...figuresOf(`board of ${districts}`, board, { readUnits: 40 }),
        boardSize(page, listAt(page, 'items').length),
        ...figuresOf('one participant', one, { readUnits: 1 }),
        ...figuresOf('start', start),
        ...figuresOf('submit', submit, { writeUnits: 10, transactions: 1 }),
        ...snapshots,
        ...(await screenFigures(table.endpoint)),
      ];
    } finally {
      await table.stop();
    }
  },
};

import { listAt } from '../../test/story/read.ts';
import type { Suite } from '../suite.ts';
import { accountOf, figuresOf } from './account.ts';
import { type Asked, askDoor } from './doors.ts';
import { openMeteredTable } from './engine.ts';
import { screenFigures } from './screens.ts';
import { beginPublishing, carryOutPublishing } from './publication.ts';
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
      const board = await accountOf(table, async () => {
        const page = await ask({ operationId: 'listParticipants', params: { id }, query: 'limit=200' });
        if (listAt(page, 'items').length !== 200) throw new Error('the board has no full page');
      });
      const one = await accountOf(table, () =>
        ask({ operationId: 'getParticipant', params: { id, orgId: state.districtId } }),
      );
      const { start, submit } = await certify(table, state);
      return [
        ...figuresOf('publish flow, per participant', publishing, districts),
        ...figuresOf('list certification events', list),
        ...figuresOf(`board of ${districts}`, board),
        ...figuresOf('one participant', one),
        ...figuresOf('start', start),
        ...figuresOf('submit', submit),
        ...(await screenFigures(table.endpoint)),
      ];
    } finally {
      await table.stop();
    }
  },
};

import type { Json } from '../../test/story/client.ts';
import { textAt } from '../../test/story/read.ts';
import { ratio, seconds } from '../figure.ts';
import { timed } from '../rounds.ts';
import type { Suite } from '../suite.ts';
import { publishFlow } from './executions.ts';
import { districts, putDirectly } from './put-directly.ts';
import { publishStatewide } from './statewide.ts';

/** A whole state is published; before it an operator puts its districts, with as many writes in the same transactions. */
export const publishSuite: Suite = {
  name: 'publish',
  async run({ system }) {
    const running = await system();
    const putting = await timed(() => putDirectly(running));
    let published: Json = {};
    const publishing = await timed(async () => (published = await publishStatewide(running.origin)));
    const count = Number(published['participantCount']);
    if (!(count >= districts)) throw new Error(`${count} participants were published`);
    const { events, chunks } = await publishFlow(running, textAt(published, 'id'));
    return [
      seconds(`${districts} districts put directly`, [putting]),
      seconds(`created to PUBLISHED, ${count} participants`, [publishing]),
      ratio('publishing / putting the districts', [publishing], [putting]),
      { name: 'chunks', value: chunks, unit: 'chunks' },
      { name: 'history of the flow', value: events, unit: 'history events' },
    ];
  },
};

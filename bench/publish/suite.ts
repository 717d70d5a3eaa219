import type { Json } from '../../test/story/client.ts';
import { textAt } from '../../test/story/read.ts';
import { chromiumPath } from '../browser.ts';
import { ratio, seconds } from '../figure.ts';
import { timed } from '../rounds.ts';
import type { Suite } from '../suite.ts';
import { publishFlow } from './executions.ts';
import { listingFigures } from './listing.ts';
import { districts, putDirectly } from './put-directly.ts';
import { publishStatewide } from './statewide.ts';

/** A whole state is published and looked at; before it an operator puts its districts, with as many writes in the same transactions. */
export const publishSuite: Suite = {
  name: 'publish',
  async run({ size, say, system }) {
    const running = await system();
    const putting = await timed(() => putDirectly(running));
    let published: Json = {};
    const publishing = await timed(async () => (published = await publishStatewide(running.origin)));
    const count = Number(published['participantCount']);
    if (!(count >= districts)) throw new Error(`${count} participants were published`);
    const { events, chunks } = await publishFlow(running, textAt(published, 'id'));
    const browser = chromiumPath();
    if (browser === undefined) say('there is no Chromium: the list of participants is not measured');
    const listing = { origin: running.origin, eventId: textAt(published, 'id'), count, rounds: size.rounds };
    return [
      seconds(`${districts} districts put directly`, [putting]),
      seconds(`created to PUBLISHED, ${count} participants`, [publishing]),
      ratio('publishing / putting the districts', [publishing], [putting]),
      { name: 'chunks', value: chunks, unit: 'chunks' },
      { name: 'history of the flow', value: events, unit: 'history events' },
      ...(browser === undefined ? [] : await listingFigures(browser, listing)),
    ];
  },
};

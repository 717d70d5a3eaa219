import { createOpen, grandBend, published } from '../../test/story/certification-event.ts';
import { type Answer, type Person, signIn } from '../../test/story/client.ts';
import { expectStatus, textAt } from '../../test/story/read.ts';
import { percentiles, ratio } from '../figure.ts';
import { inTurn, timed } from '../rounds.ts';
import type { Suite } from '../suite.ts';
import { firstRequests } from './first-requests.ts';
import { staticPage } from './static-page.ts';

const answered = async (answer: Promise<Answer>): Promise<unknown> => expectStatus(await answer, 200);

const wizardPath = (eventId: string): string => `/v1/certifications/${eventId}/${grandBend}`;

const start = (certifier: Person, eventId: string) => answered(certifier.post(`${wizardPath(eventId)}/start`, {}));

/** A first start changes something once only, so that each needs a certification event of its own. */
const publishSome = async (origin: string, count: number): Promise<readonly string[]> => {
  const admin = await signIn(origin, 'state-admin');
  const changes = { snapshotMethod: 'NONE', missingSnapshotAt: null, participants: [grandBend] };
  const ids: string[] = [];
  // One after the other, since they are numbered; the flows then run side by side.
  for (let made = 1; made <= count; made += 1) {
    const id = textAt(await createOpen(admin, { ...changes, name: `Latency ${made}` }), 'id');
    expectStatus(await admin.post(`/v1/certification-events/${id}/publish`, {}), 202);
    ids.push(id);
  }
  for (const id of ids) await published(admin, id);
  return ids;
};

/** Requests as a person's browser makes them, one after the other, beside a page that needs no work at all. */
export const latencySuite: Suite = {
  name: 'latency',
  async run({ size, system }) {
    const { origin } = await system();
    const cold = await firstRequests(origin);
    const eventIds = await publishSome(origin, Math.ceil(size.requests / 6));
    const admin = await signIn(origin, 'state-admin');
    const certifier = await signIn(origin, 'grand-bend-certifier');
    const firsts: number[] = [];
    for (const eventId of eventIds) firsts.push(await timed(() => start(certifier, eventId)));
    const [eventId = ''] = eventIds;
    const times = await inTurn(size.requests, {
      page: () => staticPage(origin),
      list: () => answered(admin.get('/v1/certification-events')),
      wizard: () => answered(certifier.get(wizardPath(eventId))),
      again: () => start(certifier, eventId),
    });
    return [
      ...cold,
      ...percentiles('static page', times('page')),
      ...percentiles('GET certification-events', times('list')),
      ...percentiles('GET wizard', times('wizard')),
      ...percentiles('POST start, first', firsts),
      ...percentiles('POST start, again', times('again')),
      ratio('GET certification-events / static page', times('list'), times('page')),
      ratio('GET wizard / static page', times('wizard'), times('page')),
      ratio('POST start, again / static page', times('again'), times('page')),
    ];
  },
};

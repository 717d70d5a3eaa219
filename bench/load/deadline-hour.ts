import { createOpen, published } from '../../test/story/certification-event.ts';
import type { Person } from '../../test/story/client.ts';
import { expectStatus, textAt } from '../../test/story/read.ts';
import { complete, start, submit, type Work } from '../../test/story/steps.ts';
import { timed } from '../rounds.ts';
import { inTurns, type Met } from './clients.ts';
import type { Certifier } from './people.ts';

/** How many people press a button at once: in the last hour before a due date, a whole day's work. */
const atOnce = 12;

/** Certification Status: where the state watches who has sent. */
export const boardOf = (eventId: string): string => `/v1/certification-events/${eventId}/participants`;

/** Publishes for these districts; nothing is validated, so that what is measured is the system and not the rules. */
export const publishFor = async (admin: Person, certifiers: readonly Certifier[]): Promise<string> => {
  const made = await createOpen(admin, {
    name: 'Deadline Hour',
    participants: certifiers.map(({ orgId }) => orgId),
    dataLinks: [{ type: 'EXTERNAL_URL', label: 'What to look at', url: 'https://www.example.gov/attendance' }],
    snapshotMethod: 'NONE',
    missingSnapshotAt: null,
  });
  const eventId = textAt(made, 'id');
  expectStatus(await admin.post(`/v1/certification-events/${eventId}/publish`, {}), 202);
  await published(admin, eventId);
  return eventId;
};

const certifies = async (met: Met, { person, orgId }: Certifier, eventId: string): Promise<void> => {
  const work: Work = { eventId, orgId };
  const reviewed = { reviewed: true };
  await met.ask('start', () => start(person, work));
  await met.ask('complete a step', () => complete(person, work, 'district-validation', reviewed));
  await met.ask('complete a step', () => complete(person, work, 'state-validation', reviewed));
  await met.ask('submit', () => submit(person, work));
};

/** Everybody certifies and submits, as fast as the system lets them. Answers the milliseconds it took. */
export const deadlineHour = (met: Met, certifiers: readonly Certifier[], eventId: string): Promise<number> =>
  timed(() => inTurns(certifiers, atOnce, (certifier) => certifies(met, certifier, eventId)));

/** Throws unless exactly these many stand as sent. */
export const mustBeSent = async (admin: Person, eventId: string, count: number): Promise<void> => {
  const { total } = expectStatus(await admin.get(`${boardOf(eventId)}?status=SENT&limit=1`), 200);
  if (total !== count) throw new Error(`${String(total)} of ${count} were sent`);
};

import { becameOverdueOn, remindersOn } from '../../domain/messaging/reminders.ts';
import type { PublishedCertificationEvent } from '../../domain/certification-event/state.ts';
import type { Errand } from '../outbox.ts';
import { dateIn } from '../../kernel/calendar-date.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import type { Participant } from '../../domain/participant/state.ts';
import { stateWatchers } from './recipients.ts';
import { noTally, summaryFacts, tallied } from './tally.ts';
import { type NotifyPorts, type Subject, type Telling, tellPeople } from './tell-people.ts';

type Reminding = Extract<Errand, { readonly type: 'REMIND' }>;

const participantsAtATime = 100;

/** Which participants' deadline ended yesterday with work left, told to the state's people in one line. */
const tellOverdue = async (
  ports: NotifyPorts,
  subject: Subject,
  { published }: PublishedCertificationEvent,
  { day, certificationEventId }: Reminding,
): Promise<void> => {
  const participants = (await ports.store.participants(certificationEventId)).map((read) => read.state);
  const overdue = participants.filter((one) => becameOverdueOn(day, one, published.outline));
  if (overdue.length === 0) return;
  const names = tallied(
    noTally,
    overdue.map(({ name }) => name),
  );
  const facts = summaryFacts(names, participants.filter(({ status }) => status !== 'WITHDRAWN').length);
  const watchers = await stateWatchers(ports.store, published);
  await tellPeople(
    ports,
    subject,
    watchers.map((userId) => ({
      kind: 'OVERDUE_DIGEST',
      userId,
      organizationId: null,
      dueDate: published.outline.endDate,
      facts,
      dedupe: `OVERDUE_DIGEST.${certificationEventId}.${day}`,
    })),
  );
};

const tellingsAbout = (
  participant: Participant,
  { published }: PublishedCertificationEvent,
  { day, certificationEventId }: Reminding,
  subject: Subject,
): readonly Telling[] => {
  const organizationId: OrganizationId = participant.organizationId;
  const today = dateIn(subject.postedAt, subject.agency.timeZone);
  return remindersOn(day, today, participant, published.outline).map(({ kind, task, dueDate, facts }) => ({
    kind,
    userId: task.userId,
    organizationId,
    dueDate,
    facts,
    dedupe: `${kind}.${certificationEventId}.${day}`,
  }));
};

/**
 * Reminds whoever has not finished on one of a certification event's mornings, a page of participants at a time. What was
 * closed meanwhile reminds nobody.
 */
export const remind = async (ports: NotifyPorts, work: Reminding, from: string | undefined): Promise<void> => {
  const [agency, read] = await Promise.all([
    ports.store.load('agency', 'AGENCY'),
    ports.store.load('certificationEvent', work.certificationEventId),
  ]);
  if (agency === undefined || read?.state.status !== 'PUBLISHED') return;
  const certificationEvent = read.state;
  const { certificationEventId, at } = work;
  const subject: Subject = {
    agency: agency.state,
    certificationEventId,
    name: certificationEvent.published.outline.name,
    postedAt: at,
  };
  if (from === undefined) await tellOverdue(ports, subject, certificationEvent, work);
  const page = await ports.store.participantsPage(certificationEventId, { limit: participantsAtATime, from });
  await tellPeople(
    ports,
    subject,
    page.items.flatMap(({ state }) => tellingsAbout(state, certificationEvent, work, subject)),
  );
  if (page.next !== undefined) await ports.queues.sendNotification({ version: 1, ...work, from: page.next });
};

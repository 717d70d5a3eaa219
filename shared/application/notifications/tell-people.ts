import { createHash } from 'node:crypto';
import type { Agency } from '../../domain/agency/state.ts';
import { type Alert, type AlertFacts, alertFactNames, type AlertKind } from '../../domain/messaging/alert.ts';
import { alertText } from '../../domain/messaging/alert-texts.ts';
import { catalogue } from '../../domain/messaging/catalogue.ts';
import { digestDay } from '../../domain/messaging/hours.ts';
import { isMailAddress } from '../../domain/messaging/mail-address.ts';
import { occasionMail } from '../../domain/messaging/mail-texts.ts';
import type { User } from '../../domain/user/state.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { alertId, type CertificationEventId, type OrganizationId, type UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Queues } from '../ports/deliveries.ts';
import type { Ports } from '../ports/ports.ts';
import type { NamedMessage } from '../ports/unit-of-work.ts';
import { armDigest } from './arm-digest.ts';

export interface TellPorts extends Ports {
  /** Where the pages are: mails point there. */
  readonly origin: string;
}

export interface NotifyPorts extends TellPorts {
  readonly queues: Queues;
}

/** One thing to tell one person, about one participant if it is about one. */
export interface Telling {
  readonly kind: AlertKind;
  readonly userId: UserId;
  readonly organizationId: OrganizationId | null;
  readonly dueDate: CalendarDate | null;
  readonly facts: Readonly<Record<string, string>>;
  /** Names the occasion: the same occasion is one alert however often it is told. */
  readonly dedupe: string;
}

/** What all tellings of one message are about. */
export interface Subject {
  readonly agency: Agency;
  /** Null when it is about a file of the state's own. */
  readonly certificationEventId: CertificationEventId | null;
  readonly name: string;
  readonly postedAt: Instant;
}

const hashed = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 32);

const linkOf = (subject: Subject, { organizationId, kind }: Telling, user: User): string => {
  if (subject.certificationEventId === null) return '/datasets';
  if (user.side === 'STATE') return `/certification-events/${subject.certificationEventId}`;
  if (organizationId === null || kind === 'PARTICIPANT_REMOVED') return '/certifications';
  return `/certifications/${subject.certificationEventId}/${organizationId}`;
};

const canBeMailed = (user: User): boolean => user.active && isMailAddress(user.email);

const factsOf = (subject: Subject, { facts }: Telling): AlertFacts => ({
  state: subject.agency.shortName,
  name: subject.name,
  ...Object.fromEntries(
    alertFactNames.flatMap((name) => {
      const fact = facts[name];
      return fact === undefined ? [] : [[name, fact]];
    }),
  ),
});

const alertOf = (subject: Subject, telling: Telling, user: User, digestOn: CalendarDate | null): Alert => {
  const { kind, organizationId, dueDate, facts, dedupe } = telling;
  const { shortName } = subject.agency;
  const { process, name, text } = alertText(kind, { shortName, name: subject.name, facts });
  return {
    id: alertId(`alr_${hashed(dedupe, organizationId ?? '', user.id)}`),
    userId: user.id,
    kind,
    process,
    name,
    facts: factsOf(subject, telling),
    text,
    required: catalogue[kind].required,
    postedAt: subject.postedAt,
    dueDate,
    link: linkOf(subject, telling, user),
    certificationEventId: subject.certificationEventId,
    organizationId,
    digestOn,
    readAt: null,
    dismissedAt: null,
  };
};

/** A person of several participants gets one mail about the occasion: it names none of them and leads to his list. */
const mailOf = (
  ports: TellPorts,
  subject: Subject,
  telling: Telling,
  { user, alone }: { readonly user: User; readonly alone: boolean },
): NamedMessage => {
  const { participant, ...others } = telling.facts;
  const facts = participant === undefined || !alone ? others : { participant, ...others };
  const link = alone || user.side === 'STATE' ? linkOf(subject, telling, user) : '/certifications';
  const { shortName, name: agencyName } = subject.agency;
  const mail = occasionMail(
    { kind: telling.kind, link },
    { shortName, name: subject.name, facts },
    { origin: ports.origin, agencyName },
  );
  return {
    name: `mail_${hashed(telling.dedupe, user.id)}`,
    message: { type: 'SEND_MAIL', to: user.email, ...mail },
  };
};

const tellOne = async (
  ports: TellPorts,
  subject: Subject,
  telling: Telling,
  to: { readonly user: User; readonly alone: boolean; readonly first: boolean; readonly day: CalendarDate },
): Promise<void> => {
  const mailing = canBeMailed(to.user) ? catalogue[telling.kind].mailing : null;
  // The list before the alert: whoever stands on it for nothing gets no mail.
  if (mailing === 'DAILY') await ports.journal.listForDigest(to.day, to.user.id);
  const alert = alertOf(subject, telling, to.user, mailing === 'DAILY' ? to.day : null);
  await ports.journal.postAlert(alert, mailing === 'AT_ONCE' && to.first ? mailOf(ports, subject, telling, to) : null);
};

const atATime = 10;

/**
 * Tells people in the Message Center and, by the catalogue, by mail. Told again, nothing is doubled. The answer names those
 * who have no address that a mail could go to.
 */
export const tellPeople = async (
  ports: TellPorts,
  subject: Subject,
  tellings: readonly Telling[],
): Promise<readonly User[]> => {
  const read = await ports.store.loadMany('user', [...new Set(tellings.map(({ userId }) => userId))]);
  const users = new Map(read.map(({ state }) => [state.id, state]));
  const day = digestDay(ports.clock.now(), subject.agency.timeZone);
  if (tellings.some(({ kind }) => catalogue[kind].mailing === 'DAILY')) await armDigest(ports, subject.agency, day);
  const about = (telling: Telling): string => `${telling.dedupe}|${telling.userId}`;
  const counts = new Map<string, number>();
  const wanted = tellings.flatMap((telling) => {
    const user = users.get(telling.userId);
    const before = counts.get(about(telling)) ?? 0;
    counts.set(about(telling), before + 1);
    return user === undefined ? [] : [{ telling, user, first: before === 0 }];
  });
  for (let from = 0; from < wanted.length; from += atATime)
    await Promise.all(
      wanted
        .slice(from, from + atATime)
        .map(({ telling, ...to }) =>
          tellOne(ports, subject, telling, { ...to, alone: counts.get(about(telling)) === 1, day }),
        ),
    );
  return read.map(({ state }) => state).filter((user) => user.active && !isMailAddress(user.email));
};

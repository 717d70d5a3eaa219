import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import { alertText } from '../../domain/messaging/alert-texts.ts';
import type { Alert } from '../../domain/messaging/alert.ts';
import type { Agency } from '../../domain/agency/state.ts';
import { alertId } from '../../kernel/ids.ts';
import type { Notification, OutboxMessage } from '../outbox.ts';
import type { Queues } from '../ports/deliveries.ts';
import type { Ports } from '../ports/ports.ts';
import { createHash } from 'node:crypto';
import { type Recipient, recipientsOf } from './recipients.ts';

export interface NotifyPorts extends Ports {
  readonly queues: Queues;
}

// The occasion and the person make the id, so that the same occasion is one alert however often it is delivered.
const alertIdOf = (notification: Notification, recipient: Recipient): string =>
  `alr_${createHash('sha256')
    .update(`${notification.dedupe}|${recipient.organizationId ?? ''}|${recipient.userId}`)
    .digest('hex')
    .slice(0, 32)}`;

const requiredKinds: readonly Notification['kind'][] = ['CERTIFICATION_EVENT_PUBLISHED', 'RECERTIFICATION_REQUIRED'];

const linkOf = (notification: Notification, recipient: Recipient, stateSide: boolean): string =>
  stateSide || recipient.organizationId === null
    ? `/certification-events/${notification.certificationEventId}`
    : `/certifications/${notification.certificationEventId}/${recipient.organizationId}`;

const alertFor = (
  agency: Agency,
  name: string,
  dueDate: string | null,
  notification: Notification,
  recipient: Recipient,
): Alert => {
  const text = alertText(notification.kind, { shortName: agency.shortName, name, facts: notification.facts });
  return {
    id: alertId(alertIdOf(notification, recipient)),
    userId: recipient.userId,
    kind: notification.kind,
    process: text.process,
    name: text.name,
    text: null,
    required: requiredKinds.includes(notification.kind),
    postedAt: notification.postedAt,
    dueDate,
    link: linkOf(notification, recipient, notification.audience.kind === 'CATEGORY_STATE'),
    certificationEventId: notification.certificationEventId,
    organizationId: recipient.organizationId,
    readAt: null,
    dismissedAt: null,
  };
};

// What asks somebody for something goes out by mail too. A finished report is seen where it was asked for.
const mailed: readonly Notification['kind'][] = [
  'CERTIFICATION_EVENT_PUBLISHED',
  'NO_CERTIFIER',
  'CERTIFICATION_SENT',
  'CERTIFICATION_APPROVED',
  'RECERTIFICATION_REQUIRED',
  'RECERTIFICATION_REQUESTED',
  'REQUEST_DECLINED',
  'CERTIFICATION_EVENT_CLOSED',
  'WORK_UNDONE',
];

const mailFor = async (ports: Ports, alert: Alert): Promise<OutboxMessage | null> => {
  if (!mailed.includes(alert.kind)) return null;
  const user = await ports.store.load('user', alert.userId);
  if (!user?.state.active || !user.state.email.includes('@')) return null;
  return {
    type: 'SEND_MAIL',
    to: user.state.email,
    subject: alert.name,
    text: `${alert.name}

Sign in to Attest: the message is in your Message Center.
`,
  };
};

const outlineOf = (
  certificationEvent: CertificationEvent,
): { readonly name: string; readonly endDate: string | null } =>
  'published' in certificationEvent ? certificationEvent.published.outline : { name: '', endDate: null };

/** The state's staff learn which participants have nobody to certify. */
const warningOf = (notification: Notification, organizationId: Recipient['organizationId']): Notification => ({
  ...notification,
  kind: 'NO_CERTIFIER',
  organizationId,
  audience: { kind: 'CATEGORY_STATE', approversOnly: false },
  dedupe: `NO_CERTIFIER.${notification.certificationEventId}.${organizationId}`,
});

/** Posts a notification to one page of its recipients; a long list goes on in a message of its own. */
export const deliverNotification = async (
  ports: NotifyPorts,
  notification: Notification,
  from: string | undefined,
): Promise<void> => {
  const [agency, certificationEvent] = await Promise.all([
    ports.store.load('agency', 'AGENCY'),
    ports.store.load('certificationEvent', notification.certificationEventId),
  ]);
  if (agency === undefined || certificationEvent === undefined) throw new Error('a notification is about nothing');
  const { people, withoutCertifier, next } = await recipientsOf(
    ports.store,
    certificationEvent.state,
    notification,
    from,
  );
  const { name, endDate } = outlineOf(certificationEvent.state);
  for (const recipient of people) {
    const alert = alertFor(agency.state, name, endDate, notification, recipient);
    await ports.journal.postAlert(alert, await mailFor(ports, alert));
  }
  if (notification.kind === 'CERTIFICATION_EVENT_PUBLISHED')
    for (const organizationId of withoutCertifier)
      await ports.queues.sendNotification({
        version: 1,
        type: 'NOTIFY',
        notification: warningOf(notification, organizationId),
      });
  if (next !== undefined) await ports.queues.sendNotification({ version: 1, type: 'NOTIFY', notification, from: next });
};

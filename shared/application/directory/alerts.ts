import { personOf } from '../../domain/actor.ts';
import { isTaskOpen, taskOf } from '../../domain/participant/context.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { Alert } from '../../domain/messaging/alert.ts';
import type { Participant } from '../../domain/participant/state.ts';
import type { UserId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import type { ParticipantKey } from '../entities.ts';
import { type CommandFailure, handleCommand } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { Page, PageRequest, Store } from '../ports/store.ts';
import { type DayOrInstant, happenedBetween, holdsText } from '../queries/matches.ts';
import { type AlertView, alertView } from '../views/directory-view.ts';

export interface AlertFilter {
  readonly name?: string | undefined;
  readonly process?: string | undefined;
  readonly postedAfter?: DayOrInstant | undefined;
  readonly postedBefore?: DayOrInstant | undefined;
}

/** One page of the Message Center, newest first. */
export const alertsPage = async (
  store: Store,
  caller: Caller,
  { name, process, postedAfter, postedBefore }: AlertFilter,
  request: PageRequest,
): Promise<Page<Alert>> => {
  const isShown = (alert: Alert): boolean =>
    holdsText(alert.name, name) &&
    holdsText(alert.process, process) &&
    happenedBetween(alert.postedAt, postedAfter, postedBefore, caller.agency.timeZone);
  const { items, next } = await store.inbox(personOf(caller.actor).id, request, isShown);
  return { items: await withRequirement(store, caller, items), next };
};

/** Beyond this nobody counts any more, and neither does the table. */
const mostUnread = 100;

/** How many alerts a person has not read, at most a hundred. */
export const unreadCount = async (store: Store, caller: Caller): Promise<number> =>
  (await store.unreadAlerts(personOf(caller.actor).id, mostUnread)).length;

/** A required alert is so while the work it calls for is still to be done by this very person; then it is like any other. */
const withRequirement = async (store: Store, caller: Caller, alerts: readonly Alert[]): Promise<readonly Alert[]> => {
  const keys = alerts.flatMap(({ required, certificationEventId, organizationId }) =>
    required && certificationEventId !== null && organizationId !== null
      ? [{ certificationEventId, organizationId }]
      : [],
  );
  if (keys.length === 0) return alerts.map((alert) => ({ ...alert, required: false }));
  const [certificationEvents, participants] = await Promise.all([
    store.loadMany('certificationEvent', distinct(keys.map(({ certificationEventId }) => certificationEventId))),
    store.loadMany('participant', distinctKeys(keys)),
  ]);
  const live = new Set(
    certificationEvents.filter(({ state }) => state.status !== 'CLOSED').map(({ state }) => state.id),
  );
  const { id } = personOf(caller.actor);
  const open = new Set(
    participants
      .map(({ state }) => state)
      .filter((one) => live.has(one.certificationEventId) && isTaskLeft(one, id))
      .map(nameOfKey),
  );
  return alerts.map((alert) => ({ ...alert, required: alert.required && open.has(nameOfKey(alert)) }));
};

const nameOfKey = (about: Pick<Alert, 'certificationEventId' | 'organizationId'>): string =>
  `${about.certificationEventId ?? ''}/${about.organizationId ?? ''}`;

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

const distinctKeys = (keys: readonly ParticipantKey[]): readonly ParticipantKey[] => [
  ...new Map(keys.map((key) => [nameOfKey(key), key])).values(),
];

const isTaskLeft = (participant: Participant, userId: UserId): boolean => {
  const task = taskOf(participant, userId);
  return participant.status !== 'WITHDRAWN' && task !== null && isTaskOpen(task);
};

interface Marking<Wish> {
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  readonly wish: Wish;
}

/** Marks an alert of the caller's own as read; the first time stands. */
export const readAlert = (
  { store, unitOfWork, journal }: Ports,
  { caller, repeat, wish }: Marking<string>,
): Promise<Result<AlertView, CommandFailure>> =>
  handleCommand(
    { unitOfWork, journal },
    {
      caller,
      repeat,
      operation: 'readAlert',
      target: 'alerts',
      attempt: async () => {
        const [alert] = await store.alertsNamed(personOf(caller.actor).id, [wish]);
        if (alert === undefined || alert.dismissedAt !== null) return refuse(refusal('NOT_FOUND'));
        await journal.markAlertRead(alert.userId, alert.id, caller.now);
        const [present = alert] = await withRequirement(store, caller, [alert]);
        return ok({ transitions: [], answer: alertView({ ...present, readAt: alert.readAt ?? caller.now }) });
      },
    },
  );

const refusalOf = async (
  store: Store,
  caller: Caller,
  wanted: readonly (Alert | undefined)[],
): Promise<Refusal | null> => {
  const unknown = wanted.indexOf(undefined);
  if (unknown >= 0) return { code: 'REFERENCE_UNKNOWN', pointer: `/ids/${unknown}` };
  const known = wanted.filter((alert) => alert !== undefined);
  const required = (await withRequirement(store, caller, known)).filter((alert) => alert.required).map(({ id }) => id);
  return required.length === 0 ? null : refusal('ALERT_REQUIRED', { ids: required });
};

/** Takes alerts out of the inbox: all of those named, or none when one of them is not there or has to stay. */
export const dismissAlerts = (
  { store, unitOfWork, journal }: Ports,
  { caller, repeat, wish }: Marking<readonly string[]>,
): Promise<Result<{ readonly dismissed: readonly string[] }, CommandFailure>> =>
  handleCommand(
    { unitOfWork, journal },
    {
      caller,
      repeat,
      operation: 'dismissAlerts',
      target: 'alerts',
      attempt: async () => {
        const known = await store.alertsNamed(personOf(caller.actor).id, wish);
        const wanted = wish.map((id) => known.find((alert) => alert.id === id));
        const refused = await refusalOf(store, caller, wanted);
        if (refused !== null) return refuse(refused);
        const alerts = wanted.filter((alert) => alert !== undefined);
        await Promise.all(alerts.map(({ userId, id }) => journal.markAlertDismissed(userId, id, caller.now)));
        return ok({ transitions: [], answer: { dismissed: alerts.map(({ id }) => id) } });
      },
    },
  );

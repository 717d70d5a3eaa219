import { confidential } from '../../kernel/confidential.ts';
import type { MessageId, OrganizationId, UserId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import { personOf } from '../actor.ts';
import { allowedByStatus } from '../certification-event/lifecycle.ts';
import type { CertificationEvent } from '../certification-event/state.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import { type Guard, guard, valueGuard, whenAllHold } from '../guard.ts';
import { certifiersOf, isFinished, isTaskOpen, taskOf } from '../participant/context.ts';
import type { Participant } from '../participant/state.ts';
import type { Addressee, Message } from './message.ts';

/** Whom to write to: people one by one, all certifiers of some participants, or, with neither, all certifiers of all. */
export interface MessageWish {
  readonly recipients?: readonly { readonly organizationId: OrganizationId; readonly userId: UserId }[] | undefined;
  readonly organizationIds?: readonly OrganizationId[] | undefined;
  /** Only those who have still something to submit. */
  readonly onlyUnfinished: boolean;
  readonly subject: string;
  readonly body: string;
}

export interface SendMessage {
  readonly type: 'messageCertifiers';
  readonly id: MessageId;
  readonly wish: MessageWish;
  /** The participants named, or all when none is. */
  readonly participants: readonly Participant[];
}

export interface MessageSent {
  readonly type: 'MessageSent';
  readonly message: Message;
}

type Present = ReadonlyMap<OrganizationId, Participant>;

const presentIn = (participants: readonly Participant[]): Present =>
  new Map(participants.filter(({ status }) => status !== 'WITHDRAWN').map((one) => [one.organizationId, one]));

const known = ({ recipients = [], organizationIds = [] }: MessageWish, present: Present): readonly Guard[] => [
  ...organizationIds.map((id, index) => valueGuard(present.has(id), 'REFERENCE_UNKNOWN', `/organizationIds/${index}`)),
  ...recipients.map(({ organizationId, userId }, index) => {
    const participant = present.get(organizationId);
    const takesPart = participant !== undefined && taskOf(participant, userId) !== null;
    return valueGuard(takesPart, 'REFERENCE_UNKNOWN', `/recipients/${index}`);
  }),
];

const isUnfinished = (present: Present, [organizationId, userId]: Addressee): boolean => {
  const participant = present.get(organizationId);
  if (participant === undefined || isFinished(participant)) return false;
  const task = taskOf(participant, userId);
  return task !== null && isTaskOpen(task);
};

const addresseesOf = (wish: MessageWish, present: Present): readonly Addressee[] => {
  const { recipients, organizationIds, onlyUnfinished } = wish;
  const meansAll = recipients === undefined && organizationIds === undefined;
  const whole = meansAll ? [...present.keys()] : (organizationIds ?? []);
  const certifiers = whole.flatMap((id) => {
    const participant = present.get(id);
    return participant === undefined ? [] : certifiersOf(participant).map(({ userId }): Addressee => [id, userId]);
  });
  const named = (recipients ?? []).map(({ organizationId, userId }): Addressee => [organizationId, userId]);
  const all = [...named, ...certifiers].filter((one) => !onlyUnfinished || isUnfinished(present, one));
  return [...new Map(all.map((one) => [one.join('/'), one])).values()];
};

/** The state writes to certifiers and reviewers of its certification event, and to nobody else. */
export const decideMessage = (
  certificationEvent: CertificationEvent,
  { id, wish, participants }: SendMessage,
  { actor, now }: DecisionContext,
): Decision<MessageSent> => {
  const present = presentIn(participants);
  const addressees = addresseesOf(wish, present);
  const guards = [
    allowedByStatus.messageCertifiers(certificationEvent),
    ...known(wish, present),
    guard(addressees.length > 0, 'NO_RECIPIENTS'),
  ];
  return whenAllHold(guards, () => {
    const { subject, body } = wish;
    const certificationEventId = certificationEvent.id;
    const written = { id, certificationEventId, sentBy: personOf(actor).id, sentAt: now, subject };
    return ok([{ type: 'MessageSent', message: { ...written, text: confidential(body), addressees } }]);
  });
};

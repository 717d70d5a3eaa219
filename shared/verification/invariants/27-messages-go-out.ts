import { instantFromMillis, millisOf } from '../../kernel/instant.ts';
import { type Found, type Invariant, none, type Part } from '../invariant.ts';

const longestMillis = 30 * 60_000;

const dead = ({ own }: Part): Found =>
  own
    .rows('outbox')
    .filter(({ message }) => message.status === 'DEAD')
    .map(({ message }) => `outbox ${message.id}: its ${message.message.type} was given up (${message.problem ?? ''})`);

const stuck = ({ own, now }: Part): Found => {
  const since = instantFromMillis(millisOf(now) - longestMillis);
  return own
    .rows('outbox')
    .filter(({ message }) => message.status === 'PENDING' && message.committedAt < since)
    .map(({ message }) => `outbox ${message.id}: its ${message.message.type} has waited since ${message.committedAt}`);
};

/** That a message taken twice has one effect is shown where it is received, and by `test/acceptance/kill.test.ts`. */
export const messagesGoOut: Invariant = {
  number: 27,
  slug: 'messages-go-out',
  sentence: 'Every committed message is sent within 30 minutes, and none is given up.',
  check: (part) => (part.live ? [...dead(part), ...stuck(part)] : none),
};

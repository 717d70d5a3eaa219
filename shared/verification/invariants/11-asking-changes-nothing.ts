import { participantsOf } from '../event-part.ts';
import { at, isFields, membersAt, textAt } from '../fields.ts';
import { type Found, type Invariant, none } from '../invariant.ts';
import type { Step } from '../replay.ts';

const maySay: readonly string[] = ['status', 'openRequest', 'tasks'];

const asks = ({ before, after }: Step): boolean =>
  isFields(at(after, 'openRequest')) && at(before, 'openRequest') === undefined;

const judge = ({ entry, after }: Step): Found => {
  const more = Object.keys(entry.after).filter((name) => !maySay.includes(name));
  const asker = textAt(after, 'openRequest', 'requestedBy');
  const others = membersAt(entry.after, 'tasks').filter(
    ([user, change]) => user !== asker || Object.keys(change).some((name) => name !== 'status'),
  );
  return [
    ...more.map((name) => `${entry.chain}: asking to certify again changed ${name}`),
    ...others.map(([user]) => `${entry.chain}: asking to certify again changed the part of ${user}`),
    ...(textAt(after, 'status') === 'RECERT_REQUESTED'
      ? none
      : [`${entry.chain}: it was asked for and does not say so`]),
  ];
};

export const askingChangesNothing: Invariant = {
  number: 11,
  slug: 'asking-changes-nothing',
  sentence: 'A request to certify again only puts the participant into the requested state.',
  check: (part) => participantsOf(part).flatMap(({ steps }) => steps.filter(asks).flatMap(judge)),
};

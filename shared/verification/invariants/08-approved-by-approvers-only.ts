import { type Approving, approvalsIn, approvedFromNothing } from '../approvals.ts';
import { eventOf, type JudgedEvent, participantsOf, publishedAt } from '../event-part.ts';
import { at, textAt } from '../fields.ts';
import { type Found, type Invariant, none, type Part, unless } from '../invariant.ts';
import { personAt, roleIn } from '../people.ts';

const judge = (part: Part, event: JudgedEvent, { entry, before, approval }: Approving): Found => {
  const category = textAt(publishedAt(event, entry.at), 'outline', 'categoryId');
  const person = personAt(part, entry.actor.userId, entry.at, (one) => roleIn(one, category) === 'APPROVER');
  const role = roleIn(person, category);
  const rights = ['EVENT_MANAGEMENT', 'EVENT_REPORT'].map((tool) => textAt(person, 'rights', tool));
  const wasSent = textAt(before, 'status') === 'SENT' || textAt(before, 'openRequest', 'previousStatus') === 'SENT';
  return [
    ...unless(entry.actor.role === 'STATE', entry.chain, `${entry.actor.userId} approved it and is not of the state`),
    ...unless(
      role === 'APPROVER' || role === 'UNKNOWN',
      entry.chain,
      `${entry.actor.userId} approved it and was no approver of its category`,
    ),
    ...unless(
      rights.every((letters) => letters === 'RWAD'),
      entry.chain,
      `${entry.actor.userId} had no full rights`,
    ),
    ...unless(textAt(approval, 'by') === entry.actor.userId, entry.chain, 'its approval names somebody else'),
    ...unless(
      at(before, 'tasks', entry.actor.userId, 'submission') === undefined,
      entry.chain,
      `${entry.actor.userId} approved what he certified himself`,
    ),
    ...unless(
      wasSent || (at(approval, 'notCertified') === true && entry.reason !== null && entry.reason !== ''),
      entry.chain,
      'it was approved without being certified and without a reason',
    ),
  ];
};

export const approvedByApproversOnly: Invariant = {
  number: 8,
  slug: 'approved-by-approvers-only',
  sentence: 'Only an approver of the category with full rights approves; what was not certified, only with a reason.',
  check(part) {
    const event = eventOf(part);
    if (event === undefined) return none;
    return participantsOf(part).flatMap(({ steps }) => [
      ...approvalsIn(steps).flatMap((approving) => judge(part, event, approving)),
      ...approvedFromNothing(steps).map(({ entry }) => `${entry.chain}: ${entry.command} left it approved by nobody`),
    ]);
  },
};

import { at, type Fields, textAt } from '../fields.ts';
import { type Found, type Part, unless } from '../invariant.ts';
import { membershipOf, personAt } from '../people.ts';
import type { Submitting } from './submissions.ts';

const isCertifier = (person: Fields, category: string | undefined): boolean => {
  const membership = membershipOf(person, category);
  // A list too long to lie open in the chain says nothing either way.
  if (membership === undefined) return true;
  return textAt(membership, 'side') === 'LOCAL' && textAt(membership, 'role') === 'CERTIFIER';
};

/** An active certifier of the category with all rights, of this district, who signs for himself. */
export const judgeActor = (part: Part, published: Fields, { entry, before, user }: Submitting): Found => {
  const category = textAt(published, 'outline', 'categoryId');
  const person = personAt(part, user, entry.at, (one) => isCertifier(one, category));
  return [
    ...unless(entry.actor.userId === user, entry.chain, `${entry.actor.userId} submitted for ${user}`),
    ...unless(textAt(before, 'tasks', user, 'role') === 'CERTIFIER', entry.chain, `${user} had nothing to submit`),
    ...unless(at(person, 'active') === true, entry.chain, `${user} submitted and was not active`),
    ...unless(
      textAt(person, 'organizationId') === textAt(before, 'districtId'),
      entry.chain,
      `${user} submitted and is of another district`,
    ),
    ...unless(isCertifier(person, category), entry.chain, `${user} submitted and was no certifier of the category`),
    ...unless(
      textAt(person, 'rights', 'CERTIFICATION_EVENT') === 'RWAD',
      entry.chain,
      `${user} submitted without full rights`,
    ),
  ];
};

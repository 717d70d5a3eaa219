import { chainOf } from '../../application/audit/chain.ts';
import type { AuditEntry } from '../../application/audit/entry.ts';
import { parseInstant } from '../../kernel/instant.ts';
import { userId } from '../../kernel/ids.ts';
import { type Found, type Invariant, type Part, unless } from '../invariant.ts';

const needReason: readonly string[] = [
  'closeCertificationEvent',
  'decide:REQUEST_RECERTIFICATION',
  'decide:UNAPPROVE',
  'overrideDueDate',
  'placeLegalHold',
  'releaseLegalHold',
  'requestRecertification',
  'withdrawSubmission',
];

const roles: readonly string[] = ['STATE', 'LOCAL', 'SYSTEM'];

const isKnown = ({ directory }: Part, { actor }: AuditEntry): boolean =>
  actor.role === 'SYSTEM'
    ? actor.userId.startsWith('system:')
    : directory.entities.has(chainOf('user', userId(actor.userId)));

const judge = (part: Part, entry: AuditEntry): Found => {
  const where = `${entry.chain} entry ${entry.sequence}`;
  return [
    ...unless(roles.includes(entry.actor.role) && isKnown(part, entry), where, 'nobody known did it'),
    ...unless(
      entry.command !== '' && entry.requestId !== '',
      where,
      'it does not say what was done, or in which request',
    ),
    ...unless(parseInstant(entry.at) === entry.at, where, 'it does not say when'),
    ...unless(entry.chain.startsWith(`${entry.entity}/`), where, `it says ${entry.entity}`),
    ...unless(Object.keys(entry.after).length > 0, where, 'it changed nothing'),
    ...unless(
      !needReason.includes(entry.command) || (entry.reason ?? '') !== '',
      where,
      `${entry.command} has no reason`,
    ),
  ];
};

export const entriesSayWhoWhatWhy: Invariant = {
  number: 22,
  slug: 'entries-say-who-what-why',
  sentence: 'Every audit entry says who did what, when, in which request, and why where a reason is asked.',
  check: (part) => [...part.own.chains.values()].flat().flatMap((entry) => judge(part, entry)),
};

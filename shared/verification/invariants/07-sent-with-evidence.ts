import { bodyNamed, eventOf, type JudgedEvent, participantsOf, publishedAt } from '../event-part.ts';
import { at, isFields, membersAt, textAt } from '../fields.ts';
import { type Found, type Invariant, none, type Part, unless } from '../invariant.ts';
import type { Step } from '../replay.ts';
import { judgeActor } from '../submission/actor.ts';
import { judgeEvidence } from '../submission/evidence.ts';
import { type Submitting, submissionsIn } from '../submission/submissions.ts';
import { judgeWindow } from '../submission/window.ts';

const judge = (part: Part, event: JudgedEvent, submitting: Submitting): Found => {
  const published = publishedAt(event, submitting.entry.at);
  if (!isFields(published)) return [`${submitting.entry.chain}: ${submitting.user} submitted before the publication`];
  const hasGroups = (bodyNamed(part, textAt(published, 'bodyId'))?.pinnedGroups.length ?? 0) > 0;
  return [
    ...judgeWindow(part, published, submitting),
    ...judgeActor(part, published, submitting),
    ...judgeEvidence(part, { method: textAt(published, 'outline', 'snapshotMethod') ?? '', hasGroups }, submitting),
  ];
};

const isSending = ({ before, after }: Step): boolean =>
  textAt(after, 'status') === 'SENT' && ['IN_PROGRESS', 'RECERT_IN_PROGRESS'].includes(textAt(before, 'status') ?? '');

const sending = ({ entry, after }: Step): Found => {
  const certifiers = membersAt(after, 'tasks').filter(([, task]) => textAt(task, 'role') === 'CERTIFIER');
  const missing = certifiers.filter(([, task]) => at(task, 'submission') === undefined);
  return [
    ...unless(certifiers.length > 0, entry.chain, 'it was sent and has nobody who certified'),
    ...missing.map(([user]) => `${entry.chain}: it was sent without the submission of ${user}`),
    ...unless(entry.actor.role === 'LOCAL', entry.chain, `${entry.command} by ${entry.actor.userId} sent it`),
  ];
};

export const sentWithEvidence: Invariant = {
  number: 7,
  slug: 'sent-with-evidence',
  sentence:
    'A participant is sent only by its certifiers, in the window, each on completed, viewed runs of the round without Fatal findings, and on its current snapshot.',
  check(part) {
    const event = eventOf(part);
    if (event === undefined) return none;
    return participantsOf(part).flatMap(({ steps }) => [
      ...submissionsIn(steps).flatMap((submitting) => judge(part, event, submitting)),
      ...steps.filter(isSending).flatMap(sending),
    ]);
  },
};

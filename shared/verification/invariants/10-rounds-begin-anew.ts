import { participantsOf } from '../event-part.ts';
import { at, membersAt, numberAt, textAt } from '../fields.ts';
import { type Found, type Invariant, none, unless } from '../invariant.ts';
import { isClearlyBefore } from '../leeway.ts';
import type { Step } from '../replay.ts';

const sendsBack: readonly string[] = ['SENT', 'APPROVED', 'RECERT_REQUESTED'];

// Taking back an approval or a submission reopens the same round.
const reopens: readonly string[] = ['decide:UNAPPROVE', 'withdrawSubmission'];

const emptied = ({ entry, after }: Step): Found => {
  const left = membersAt(after, 'tasks').filter(
    ([, task]) => membersAt(task, 'completions').length > 0 || at(task, 'submission') !== undefined,
  );
  return [
    ...left.map(([user]) => `${entry.chain}: evidence of ${user} outlived its round`),
    ...unless(membersAt(after, 'steps').length === 0, entry.chain, 'runs outlived their round'),
    ...unless(at(after, 'approval') === undefined, entry.chain, 'an approval outlived its round'),
  ];
};

const judge = (step: Step): Found => {
  const { entry, before, after } = step;
  const was = numberAt(before, 'round') ?? 0;
  const is = numberAt(after, 'round') ?? 0;
  if (entry.sequence === 1) return unless(is === 1, entry.chain, `it began in round ${is}`);
  if (is === was + 1) return emptied(step);
  const isSentBack =
    sendsBack.includes(textAt(before, 'status') ?? '') && textAt(after, 'status') === 'RECERT_IN_PROGRESS';
  return [
    ...unless(is === was, entry.chain, `${entry.command} led from round ${was} to round ${is}`),
    ...unless(
      !isSentBack || reopens.includes(entry.command),
      entry.chain,
      `${entry.command} sent it back without a new round`,
    ),
  ];
};

const evidence = (steps: readonly Step[]): Found => {
  const last = steps.at(-1);
  if (last === undefined) return none;
  const began = steps.findLast(({ before, after }) => numberAt(before, 'round') !== numberAt(after, 'round'))?.entry.at;
  return membersAt(last.after, 'tasks').flatMap(([user, task]) =>
    membersAt(task, 'completions')
      .filter(([, completion]) => isClearlyBefore(textAt(completion, 'at') ?? '', began ?? ''))
      .map(([name]) => `${last.entry.chain}: ${user} counts ${name} from before the round`),
  );
};

export const roundsBeginAnew: Invariant = {
  number: 10,
  slug: 'rounds-begin-anew',
  sentence: 'Sending back raises the round by one, and evidence of an older round never counts again.',
  check: (part) => participantsOf(part).flatMap(({ steps }) => [...steps.flatMap(judge), ...evidence(steps)]),
};

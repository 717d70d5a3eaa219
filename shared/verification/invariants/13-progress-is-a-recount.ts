import { progressOf } from '../../domain/participant/progress.ts';
import { participantsOf } from '../event-part.ts';
import { at, membersAt, textAt } from '../fields.ts';
import { type Found, type Invariant, unless } from '../invariant.ts';

/** Progress is never stored: what the state's list would show is compared with a count over the replayed chain. */
export const progressIsARecount: Invariant = {
  number: 13,
  slug: 'progress-is-a-recount',
  sentence: 'Progress shown equals a recount of the certifiers at the same version.',
  check: (part): Found =>
    participantsOf(part).flatMap(({ chain, state, steps }) => {
      const tasks = membersAt(steps.at(-1)?.after, 'tasks').map(([, task]) => task);
      const certifiers = tasks.filter((task) => textAt(task, 'role') === 'CERTIFIER');
      const certified = certifiers.filter((task) => at(task, 'submission') !== undefined).length;
      const progress = progressOf(state);
      return unless(
        progress.certifiers === certifiers.length && progress.certified === certified,
        chain,
        `it shows ${progress.certified} of ${progress.certifiers}, its chain counts ${certified} of ${certifiers.length}`,
      );
    }),
};

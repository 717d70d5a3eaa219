import { membersAt } from '../workflow/members.ts';
import { holds } from '../workflow/rights.ts';
import type { Verdict } from '../workflow/verdict.ts';
import type { ModelParticipant, ModelTask, World } from '../workflow/world.ts';

/* Whether somebody may ask at all, for the few people of the sequences; the matrix of all rights stands in `access/`. */

export interface Decider {
  readonly participant: ModelParticipant | undefined;
  /** For everybody on the list, also who has no part in this round. */
  ofMember(needs: 'READER' | 'ANY' | 'CERTIFIER', then: (participant: ModelParticipant) => Verdict): Verdict;
  verdict(needs: 'ANY' | 'CERTIFIER', then: (participant: ModelParticipant, task: ModelTask) => Verdict): Verdict;
  act(effect: (participant: ModelParticipant, task: ModelTask) => void): void;
}

const ofTask = (
  task: ModelTask | undefined,
  participant: ModelParticipant,
  then: (participant: ModelParticipant, task: ModelTask) => Verdict,
): Verdict => (task === undefined ? ['FORBIDDEN', 'NOT_FOUND', 'WRONG_STATUS'] : then(participant, task));

/** A member finds his participant, a certifier may also act for it; everybody else finds nothing. */
export const member = (world: World, by: string, org: string): Decider => {
  const participant = world.participants.get(org);
  const known = membersAt(world, org).find(({ userId }) => userId === by);
  const task = participant?.tasks.find(({ userId }) => userId === by);
  const ofMember: Decider['ofMember'] = (needs, then) => {
    if (participant === undefined || known === undefined || participant.status === 'WITHDRAWN') return ['NOT_FOUND'];
    // Any letter reads; whoever works, certifier or reviewer, needs all four.
    if (!holds(world, by, needs === 'READER' ? 'ANY' : 'RWAD')) return ['FORBIDDEN'];
    // His part follows the list a little later.
    const lacksRole = known.role !== 'CERTIFIER' || task?.role === 'REVIEWER';
    return needs === 'CERTIFIER' && lacksRole ? ['FORBIDDEN'] : then(participant);
  };
  return {
    participant,
    ofMember,
    verdict: (needs, then) => ofMember(needs, (one) => ofTask(task, one, then)),
    act(effect) {
      if (participant !== undefined && task !== undefined) effect(participant, task);
    },
  };
};

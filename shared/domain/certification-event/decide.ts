import { ok } from '../../kernel/result.ts';
import { personOf } from '../actor.ts';
import { type ByType, dispatch } from '../by-type.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import { whenAllHold } from '../guard.ts';
import type { CertificationEventCommand } from './commands.ts';
import { decideCompaction } from './decide-compaction.ts';
import { decideClose } from './decide-close.ts';
import { decidePublication } from './decide-publication.ts';
import { decidePublish } from './decide-publish.ts';
import { decideDeletion, decideLegalHold } from './decide-retention.ts';
import { decideCopy, decideReplace } from './decide-save.ts';
import type { CertificationEventHappening } from './happenings.ts';
import { allowedByStatus } from './lifecycle.ts';
import type { CertificationEvent } from './state.ts';

type CertificationEventDecision = Decision<CertificationEventHappening>;

const deciders: ByType<CertificationEventCommand, CertificationEvent, DecisionContext, CertificationEventDecision> = {
  copyCertificationEvent: decideCopy,
  replaceCertificationEvent: decideReplace,
  deleteCertificationEvent: (state, _command, { actor, now }) =>
    whenAllHold([allowedByStatus.deleteCertificationEvent(state)], () =>
      ok([{ type: 'CertificationEventDeleted', by: personOf(actor).id, at: now }]),
    ),
  publishCertificationEvent: decidePublish,
  completePublication: decidePublication,
  failPublication: decidePublication,
  resumePublication: decidePublication,
  discardChanges: (state) =>
    whenAllHold([allowedByStatus.discardChanges(state)], () => ok([{ type: 'ChangesDiscarded' }])),
  closeCertificationEvent: decideClose,
  placeLegalHold: decideLegalHold,
  releaseLegalHold: decideLegalHold,
  beginDeletion: decideDeletion,
  finishDeletion: decideDeletion,
  recordCompaction: decideCompaction,
  finishCompaction: decideCompaction,
};

/** One command on one certification event. A copy's happening is about the new one. Rights are asked before, in access. */
export const decideCertificationEvent = (
  state: CertificationEvent,
  command: CertificationEventCommand,
  context: DecisionContext,
): CertificationEventDecision => dispatch(deciders, state, command, context);

import { ok, refuse } from '../../kernel/result.ts';
import { personOf } from '../actor.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import { allRefusals, type Guard } from '../guard.ts';
import type { Refusal } from '../refusal.ts';
import type { CertificationEventCommand } from './commands.ts';
import { completed, frozen } from './freeze.ts';
import type { PublicationBegun } from './happenings.ts';
import { allowedByStatus, draftOf, publishedOf } from './lifecycle.ts';
import { publishGuards } from './publish-guards.ts';
import { allowsPastEnd, republishGuards } from './republish-guards.ts';
import type { CertificationEvent, CompleteOutline, Draft } from './state.ts';

export type Publish = Extract<CertificationEventCommand, { readonly type: 'publishCertificationEvent' }>;

const allGuards = (
  state: CertificationEvent,
  draft: Draft,
  command: Publish,
  context: DecisionContext,
): readonly Guard[] => {
  const published = publishedOf(state);
  if (published === null) return publishGuards(draft.outline, command.facts, context);
  const change = { before: published.outline, after: draft.outline, ...command };
  const { confirm, facts } = command;
  return [
    ...publishGuards(draft.outline, facts, context, allowsPastEnd(change, confirm)),
    ...republishGuards(change, confirm, context),
  ];
};

/** Every reason why this would not be published now, for the preview. The first one is what publishing is refused with. */
export const publishRefusals = (
  state: CertificationEvent,
  command: Publish,
  context: DecisionContext,
): readonly Refusal[] => {
  const draft = draftOf(state);
  const status = allowedByStatus.publishCertificationEvent(state);
  return allRefusals([status, ...(draft === null ? [] : allGuards(state, draft, command, context))]);
};

/**
 * Begins the publication of the draft as the next revision: the definition is frozen with the rule versions it validates
 * with. Nobody sees anything of it before the flow has made every participant and flips it.
 */
export const decidePublish = (
  state: CertificationEvent,
  command: Publish,
  context: DecisionContext,
): Decision<PublicationBegun> => {
  const [refused] = publishRefusals(state, command, context);
  if (refused !== undefined) return refuse(refused);
  const outline = completed(draftOf(state)?.outline ?? missing(state));
  return outline === null ? missing(state) : ok([begun(state, outline, command, context)]);
};

const missing = ({ id }: CertificationEvent): never => {
  throw new Error(`certification event ${id} passed every check of publishing without being complete`);
};

const begun = (
  state: CertificationEvent,
  outline: CompleteOutline,
  command: Publish,
  context: DecisionContext,
): PublicationBegun => {
  const { facts, bodyId, requireRecertification, withdrawals } = command;
  const publishing = {
    revision: (publishedOf(state)?.revision ?? 0) + 1,
    attempt: 1,
    outline,
    bodyId,
    startedAt: context.now,
    startedBy: personOf(context.actor).id,
    participantCount: facts.selected.length,
    requireRecertification,
    withdrawals,
    problem: null,
  };
  return { type: 'PublicationBegun', publishing, body: frozen(facts.body, facts.references) };
};

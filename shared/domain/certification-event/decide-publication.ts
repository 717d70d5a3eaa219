import { type Instant, millisOf } from '../../kernel/instant.ts';
import { ok } from '../../kernel/result.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import type { CertificationEventCommand } from './commands.ts';
import type { CertificationEventHappening } from './happenings.ts';
import type { CertificationEvent, Publishing } from './state.ts';

type Step = Extract<
  CertificationEventCommand,
  { readonly type: 'completePublication' | 'failPublication' | 'resumePublication' }
>;

/** The publication under way, first or later; null when there is none. */
export const publishingOf = (state: CertificationEvent): Publishing | null =>
  state.status === 'PUBLISHING' || state.status === 'PUBLISHED' ? state.publishing : null;

const silentMillis = 600_000;

/** The flow said why it stopped, or has been silent for so long that it must have been ended from outside. */
const hasStopped = ({ problem, startedAt }: Publishing, now: Instant): boolean =>
  problem !== null || millisOf(now) - millisOf(startedAt) > silentMillis;

/** What the publish flow and the sweeper say about the publication under way. A step of another one, or a repeated one, changes nothing. */
export const decidePublication = (
  state: CertificationEvent,
  command: Step,
  { now }: DecisionContext,
): Decision<CertificationEventHappening> => {
  const publishing = publishingOf(state);
  if (publishing?.revision !== command.revision) return ok([]);
  switch (command.type) {
    case 'completePublication':
      return ok([{ type: 'PublicationCompleted', revision: command.revision, at: now }]);
    case 'failPublication':
      return ok(publishing.problem === null ? [{ type: 'PublicationFailed', problem: command.problem }] : []);
    case 'resumePublication':
      return ok(
        hasStopped(publishing, now) ? [{ type: 'PublicationResumed', attempt: publishing.attempt + 1, at: now }] : [],
      );
  }
};

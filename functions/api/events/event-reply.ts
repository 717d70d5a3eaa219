import type { AnswerOf } from '../../../shared/application/certification-events/answer.ts';
import type { Caller } from '../../../shared/application/caller.ts';
import type { CommandFailure } from '../../../shared/application/handle-command.ts';
import {
  type CertificationEventView,
  certificationEventView,
  type ViewSource,
} from '../../../shared/application/views/certification-event-view.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { DoorOutcome } from '../../../shared/runtime/http/door.ts';

/** What a command on a certification event answers: how it is now, and its version. Kept whole for repeats. */
export interface EventAnswer {
  readonly version: number;
  readonly body: CertificationEventView;
}

export const eventAnswer =
  (source: ViewSource, caller: Caller): AnswerOf<EventAnswer> =>
  async ({ state, version }, written) => ({
    version,
    body: await certificationEventView(source, caller, state, written),
  });

/** As the door gives it, with the version as ETag. */
export const eventReply = (outcome: Result<EventAnswer, CommandFailure>): DoorOutcome => outcome;

/** The same, and where it lies: for what was just made, and for work that goes on. */
export const locatedReply = (outcome: Result<EventAnswer, CommandFailure>): DoorOutcome =>
  outcome.ok ? ok({ ...outcome.value, location: `/v1/certification-events/${outcome.value.body.id}` }) : outcome;

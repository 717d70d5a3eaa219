import { chainOf } from '../application/audit/chain.ts';
import type { Body, CertificationEvent } from '../domain/certification-event/state.ts';
import type { Participant } from '../domain/participant/state.ts';
import { textAt } from './fields.ts';
import type { Part } from './invariant.ts';
import type { Step } from './replay.ts';

/** The certification event of a part with its history; undefined in the other parts. */
export interface JudgedEvent {
  readonly chain: string;
  readonly state: CertificationEvent;
  readonly steps: readonly Step[];
  /** The moment of the flip; undefined while it was never published. */
  readonly publishedAt: string | undefined;
}

export const eventOf = ({ own }: Part): JudgedEvent | undefined => {
  const [row] = own.of('certificationEvent');
  if (row === undefined) return undefined;
  const chain = chainOf('certificationEvent', row.state.id);
  const steps = own.history(chain);
  const publishedAt = steps.find(({ after }) => textAt(after, 'status') === 'PUBLISHED')?.entry.at;
  return { chain, state: row.state, steps, publishedAt };
};

export interface JudgedParticipant {
  readonly chain: string;
  readonly state: Participant;
  readonly steps: readonly Step[];
}

export const participantsOf = ({ own }: Part): readonly JudgedParticipant[] =>
  own.of('participant').map(({ state }) => {
    const chain = chainOf('participant', state);
    return { chain, state, steps: own.history(chain) };
  });

export const bodyNamed = ({ own }: Part, bodyId: string | undefined): Body | undefined =>
  own.rows('body').find((row) => row.bodyId === bodyId)?.body;

/** The published definition in force at a moment, as the event's chain tells it. */
export const publishedAt = ({ steps }: JudgedEvent, moment: string): unknown =>
  steps.findLast(({ entry, after }) => entry.at <= moment && textAt(after, 'published', 'bodyId') !== undefined)?.after[
    'published'
  ];

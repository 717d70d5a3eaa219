import { publishingOf } from '../../domain/certification-event/decide-publication.ts';
import type { CertificationEventHappening } from '../../domain/certification-event/happenings.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import { type Effects, effects, joined, noEffects } from '../effects.ts';
import type { OutboxMessage } from '../outbox.ts';
import type { Store } from '../ports/store.ts';
import type { Insert } from '../ports/unit-of-work.ts';
import { timerPlan } from './timers.ts';

/** Named by revision and attempt: resuming a stopped flow starts a new execution, a repeated message does not. */
const startPublishing = (
  certificationEventId: CertificationEventId,
  revision: number,
  attempt: number,
): OutboxMessage => ({
  type: 'START_EXECUTION',
  machine: 'publish',
  name: `${certificationEventId}.${revision}.${attempt}`,
  input: { certificationEventId, revision },
});

const bodyRow = (
  certificationEventId: CertificationEventId,
  bodyId: string,
  body: Extract<Insert, { row: 'body' }>['body'],
): Insert => ({
  row: 'body',
  certificationEventId,
  bodyId,
  body,
});

const closed = (caller: Caller, certificationEventId: CertificationEventId): readonly OutboxMessage[] => [
  {
    type: 'NOTIFY',
    notification: {
      kind: 'CERTIFICATION_EVENT_CLOSED',
      certificationEventId,
      organizationId: null,
      audience: { kind: 'ALL_PARTICIPANTS' },
      dedupe: `CERTIFICATION_EVENT_CLOSED.${certificationEventId}`,
      postedAt: caller.now,
      facts: {},
    },
  },
  { type: 'DRAIN_WAITS', certificationEventId },
  { type: 'SEAL_AUDIT', certificationEventId },
];

const reactToOne = async (
  store: Store,
  caller: Caller,
  after: CertificationEvent,
  happening: CertificationEventHappening,
): Promise<Effects> => {
  const { id } = after;
  switch (happening.type) {
    case 'CertificationEventCreated':
      return effects({
        inserts: [
          { row: 'number', certificationEventId: id, number: happening.certificationEvent.number },
          bodyRow(id, happening.certificationEvent.draft.bodyId, happening.body),
        ],
      });
    case 'DraftSaved':
      return effects({ inserts: [bodyRow(id, happening.draft.bodyId, happening.body)] });
    case 'PublicationBegun': {
      const { bodyId, revision, attempt } = happening.publishing;
      return effects({
        inserts: [bodyRow(id, bodyId, happening.body)],
        outbox: [startPublishing(id, revision, attempt)],
      });
    }
    case 'PublicationResumed':
      return effects({ outbox: [startPublishing(id, revisionUnderWay(after), happening.attempt)] });
    case 'CertificationEventClosed': {
      const timers = await timerPlan(store, caller, after);
      return joined([timers, effects({ outbox: closed(caller, id) })]);
    }
    case 'ChangesDiscarded':
    case 'CertificationEventDeleted':
    case 'PublicationFailed':
    case 'PublicationCompleted':
    case 'LegalHoldPlaced':
    case 'LegalHoldReleased':
    case 'DeletionBegun':
    case 'DeletionFinished':
    case 'DatamartCompacted':
    case 'CompactionFinished':
      return noEffects;
  }
};

const revisionUnderWay = (state: CertificationEvent): number => {
  const publishing = publishingOf(state);
  if (publishing === null) throw new Error(`nothing is being published for ${state.id}`);
  return publishing.revision;
};

/** What follows from the happenings on a certification event in the same transaction. The flip has its own plan. */
export const reactToCertificationEvent = async (
  store: Store,
  caller: Caller,
  after: CertificationEvent,
  happenings: readonly CertificationEventHappening[],
): Promise<Effects> =>
  joined(await Promise.all(happenings.map((happening) => reactToOne(store, caller, after, happening))));

import { changesOf } from '../../../domain/certification-event/change-words.ts';
import { publishedOf } from '../../../domain/certification-event/lifecycle.ts';
import type { Caller } from '../../caller.ts';
import type { Notification, OutboxMessage } from '../../outbox.ts';
import type { Store } from '../../ports/store.ts';
import type { Publication } from './publication.ts';

/**
 * Who is told of a publication. At first everybody; of later ones the participants they bring in, and those that are still
 * at work and have something changed for them. What is certified stays so and is told nothing.
 */
export const publicationTold = async (
  store: Store,
  caller: Caller,
  { certificationEvent, publishing, body }: Publication,
): Promise<readonly OutboxMessage[]> => {
  const { id } = certificationEvent.state;
  const told = (telling: Pick<Notification, 'kind' | 'audience' | 'dedupe' | 'facts'>): OutboxMessage => ({
    type: 'NOTIFY',
    notification: { ...telling, certificationEventId: id, organizationId: null, postedAt: caller.now },
  });
  const kind = 'CERTIFICATION_EVENT_PUBLISHED';
  const former = publishedOf(certificationEvent.state);
  if (former === null)
    return [told({ kind, audience: { kind: 'ALL_PARTICIPANTS' }, dedupe: `${kind}.${id}`, facts: {} })];
  const { bodyId: formerBodyId, outline } = former;
  const newcomers = told({
    kind,
    audience: { kind: 'NEW_PARTICIPANTS', formerBodyId },
    dedupe: `${kind}.${id}.revision-${publishing.revision}`,
    facts: {},
  });
  const formerBody = await store.body(id, formerBodyId);
  const changes = changesOf({ outline, body: formerBody }, { outline: publishing.outline, body });
  if (changes === null) return [newcomers];
  const facts = { ...changes.facts, ...(changes.onlyEndDate ? { only: 'endDate' } : {}) };
  const audience = { kind: 'FORMER_PARTICIPANTS', formerBodyId, formerEndDate: outline.endDate } as const;
  const changed = 'CERTIFICATION_EVENT_CHANGED';
  const dedupe = `${changed}.${id}.revision-${publishing.revision}`;
  return [newcomers, told({ kind: changed, audience, dedupe, facts })];
};

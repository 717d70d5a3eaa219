import { personOf } from '../../domain/actor.ts';
import { publishedOf } from '../../domain/certification-event/lifecycle.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { isLive } from '../participants/scene.ts';
import type { Ports } from '../ports/ports.ts';
import { certificationEventFor } from '../queries/certification-events.ts';
import { type EventReport, eventReportOf, type ReportWish } from './event-report.ts';

export interface ReportRequest {
  readonly id: CertificationEventId;
  readonly caller: Caller;
  readonly format: string;
  readonly wish: ReportWish;
}

/** The Event Report for somebody who may have it. That he got it is recorded before he does. */
export const eventReportFor = async (
  { store, journal }: Ports,
  { id, caller, format, wish }: ReportRequest,
): Promise<Result<EventReport, Refusal>> => {
  const read = await certificationEventFor(store, caller, 'getEventReport', id);
  if (!read.ok) return read;
  const { value } = read;
  const published = publishedOf(value.state);
  if (published === null || !isLive(value)) return refuse(refusal('NOT_PUBLISHED'));
  const [category, participants] = await Promise.all([
    store.load('category', published.outline.categoryId),
    store.participants(id),
  ]);
  if (category === undefined) throw new Error(`category ${published.outline.categoryId} is gone`);
  const user = personOf(caller.actor);
  await journal.recordDisclosure({
    at: caller.now,
    userId: user.id,
    organizationId: user.organizationId,
    purpose: 'EVENT_REPORT',
    about: `${id} ${format}`,
    requestId: caller.requestId,
  });
  const subject = { caller, certificationEvent: value.state, category: category.state };
  return ok(eventReportOf({ ...subject, participants: participants.map(({ state }) => state) }, wish));
};

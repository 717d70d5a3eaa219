import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays, startOfDay } from '../../kernel/calendar-date.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Page, PageRequest, Store } from '../ports/store.ts';
import { holdsText } from './matches.ts';

export interface AuditFilter {
  /** Part of a user's id, or of what a part of the system is called. */
  readonly actor?: string | undefined;
  readonly command?: string | undefined;
  /** Days of the agency's calendar, both counted in. */
  readonly after?: CalendarDate | undefined;
  readonly before?: CalendarDate | undefined;
}

/** So that a filter that nothing fits costs no more than this many reads; the page then goes on where they ended. */
const mostReads = 10;

const fits = ({ actor, command, after, before }: AuditFilter, zone: string) => {
  const from = after === undefined ? '' : startOfDay(after, zone);
  const until = before === undefined ? '~' : startOfDay(addDays(before, 1), zone);
  return (entry: AuditEntry): boolean =>
    holdsText(entry.actor.userId, actor) && holdsText(entry.command, command) && entry.at >= from && entry.at < until;
};

/** The trail of a certification event, oldest first, as far as it fits. A page may hold fewer than asked for, and go on. */
export const auditPage = async (
  store: Store,
  id: CertificationEventId,
  { filter, zone }: { readonly filter: AuditFilter; readonly zone: string },
  { limit, from }: PageRequest,
): Promise<Page<AuditEntry>> => {
  const isShown = fits(filter, zone);
  const items: AuditEntry[] = [];
  let next = from;
  for (let reads = 0; reads < mostReads && items.length < limit; reads += 1) {
    const page = await store.auditOf(id, { limit: limit - items.length, from: next });
    items.push(...page.items.filter(isShown));
    next = page.next;
    if (next === undefined) break;
  }
  return { items, next };
};

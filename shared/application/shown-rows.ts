import { personOf } from '../domain/actor.ts';
import type { OrganizationId } from '../kernel/ids.ts';
import type { Caller } from './caller.ts';
import type { Ports } from './ports/ports.ts';

/** Rows of students as a page shows them: whose they are, and of what, by ids alone. */
export interface ShownRows {
  readonly organizationId: OrganizationId;
  readonly about: string;
}

/**
 * Showing rows is disclosing them, once a day for each person and each thing they are of: more pages of it tell no more.
 * It is awaited before any row is handed out, so that rows nobody could record are shown to nobody.
 */
export const recordShownRows = async (
  { journal }: Pick<Ports, 'journal'>,
  { actor, now, requestId }: Caller,
  { organizationId, about }: ShownRows,
): Promise<void> => {
  const userId = personOf(actor).id;
  await journal.recordShown({ at: now, userId, organizationId, purpose: 'ON_SCREEN', about, requestId });
};

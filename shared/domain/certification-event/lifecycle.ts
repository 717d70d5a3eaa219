import { type Guard, firstRefusal, guard } from '../guard.ts';
import { refusal } from '../refusal.ts';
import type { CertificationEvent, Deletion, Draft, Published } from './state.ts';

export const draftOf = (state: CertificationEvent): Draft | null =>
  state.status === 'OPEN' || state.status === 'PUBLISHED' ? state.draft : null;

export const publishedOf = (state: CertificationEvent): Published | null =>
  state.status === 'PUBLISHED' || state.status === 'CLOSED' ? state.published : null;

/** The frozen body of a revision; null for one that never was. */
export const bodyIdOf = (published: Published, revision: number): string | null => {
  if (revision === published.revision) return published.bodyId;
  return published.formerBodies.find((former) => former.revision === revision)?.bodyId ?? null;
};

const notDeleted = (state: CertificationEvent): Guard => guard(state.status !== 'DELETED', 'NOT_FOUND');

/** Neither gone nor over, and no publication under way that a change would race. */
const settled = (state: CertificationEvent): Guard => {
  switch (state.status) {
    case 'OPEN':
      return null;
    case 'PUBLISHED':
      return guard(state.publishing === null, 'PUBLISHING');
    case 'PUBLISHING':
      return refusal('PUBLISHING');
    case 'CLOSED':
      return refusal('EVENT_CLOSED');
    case 'DELETED':
      return refusal('NOT_FOUND');
  }
};

const everPublished = (state: CertificationEvent): Guard => guard(state.status !== 'OPEN', 'NOT_PUBLISHED');

/** What participants may be worked with: published, whatever else is under way. */
const live = (state: CertificationEvent): Guard => {
  if (state.status === 'CLOSED') return refusal('EVENT_CLOSED');
  return firstRefusal([notDeleted(state), guard(state.status === 'PUBLISHED', 'NOT_PUBLISHED')]);
};

const closed = (state: CertificationEvent): Guard =>
  firstRefusal([notDeleted(state), guard(state.status === 'CLOSED', 'NOT_CLOSED')]);

const deletionOf = (state: CertificationEvent): Deletion | null => (state.status === 'CLOSED' ? state.deletion : null);

/** Rows and reports can be shown only as long as a retention rule has not taken them away. */
export const dataStay = (state: CertificationEvent): Guard => {
  const deletion = deletionOf(state);
  return guard(deletion === null, 'DATA_DELETED', { deletedAt: deletion?.begunAt });
};

const isHeld = (state: CertificationEvent): boolean => state.status === 'CLOSED' && state.legalHold !== null;

/**
 * For each command, whether the present status allows it. Decisions begin with it and screens offer by it, so that what is
 * offered is what is enforced.
 */
export const allowedByStatus = {
  replaceCertificationEvent: settled,
  deleteCertificationEvent: (state) =>
    firstRefusal([settled(state), guard(state.status === 'OPEN', 'ALREADY_PUBLISHED')]),
  publishCertificationEvent: (state) => firstRefusal([settled(state), guard(draftOf(state) !== null, 'NO_CHANGES')]),
  discardChanges: (state) =>
    firstRefusal([settled(state), everPublished(state), guard(draftOf(state) !== null, 'NO_CHANGES')]),
  closeCertificationEvent: (state) => firstRefusal([settled(state), everPublished(state)]),
  copyCertificationEvent: notDeleted,
  messageCertifiers: live,
  validateParticipants: live,
  takeSnapshots: (state) =>
    firstRefusal([live(state), guard(publishedOf(state)?.outline.snapshotMethod !== 'NONE', 'STEP_SKIPPED')]),
  placeLegalHold: (state) => firstRefusal([closed(state), dataStay(state), guard(!isHeld(state), 'LEGAL_HOLD')]),
  releaseLegalHold: (state) => firstRefusal([closed(state), guard(isHeld(state), 'NO_LEGAL_HOLD')]),
} as const satisfies Readonly<Record<string, (state: CertificationEvent) => Guard>>;

export type CertificationEventOperation = keyof typeof allowedByStatus;

import { dataStay, publishedOf } from '../../domain/certification-event/lifecycle.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import type { Participant } from '../../domain/participant/state.ts';
import type { CompletedSnapshot } from '../../domain/snapshot/state.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { Store } from '../ports/store.ts';

interface Candidate {
  readonly year: number;
  /** The certification event of the run was copied from this one. */
  readonly isOrigin: boolean;
  readonly sentAt: string;
  readonly participant: Participant;
}

const isBetter = (one: Candidate, other: Candidate): boolean => {
  if (one.year !== other.year) return one.year > other.year;
  return one.isOrigin === other.isOrigin ? one.sentAt > other.sentAt : one.isOrigin;
};

const candidateOf = (
  participant: Participant,
  present: CertificationEvent,
  earlier: CertificationEvent | undefined,
): readonly Candidate[] => {
  const now = publishedOf(present)?.outline;
  const then = earlier === undefined ? undefined : publishedOf(earlier)?.outline;
  if (now === undefined || then === undefined || earlier === undefined || dataStay(earlier) !== null) return [];
  if (then.categoryId !== now.categoryId || then.reportingYear >= now.reportingYear) return [];
  const isOrigin = earlier.id === present.copiedFrom;
  return [{ year: then.reportingYear, isOrigin, sentAt: participant.sentAt ?? '', participant }];
};

/**
 * What this participant certified before: its locked snapshot in a certification event of the same category, of the latest
 * earlier reporting year; of several of that year the one this certification event was copied from, else the one sent last.
 * Null where there is none. Locked snapshots do not change, so that a repeated run finds the same rows.
 */
export const previousSnapshot = async (
  store: Store,
  run: Pick<ValidationRun, 'certificationEventId' | 'organizationId' | 'districtId'>,
  present: CertificationEvent,
): Promise<CompletedSnapshot | null> => {
  const locked = (await store.participantsOfDistrict(run.districtId))
    .map((read) => read.state)
    .filter(({ organizationId }) => organizationId === run.organizationId)
    .filter(({ certificationEventId }) => certificationEventId !== run.certificationEventId)
    .filter(({ snapshot }) => snapshot?.state === 'LOCKED' && snapshot.status === 'COMPLETED');
  const events = await store.loadMany(
    'certificationEvent',
    locked.map(({ certificationEventId }) => certificationEventId),
  );
  const byId = new Map(events.map((read) => [read.state.id, read.state]));
  const [best] = locked
    .flatMap((participant) => candidateOf(participant, present, byId.get(participant.certificationEventId)))
    .toSorted((one, other) => (isBetter(one, other) ? -1 : 1));
  const id = best?.participant.snapshot?.snapshotId;
  const snapshot = id === undefined ? undefined : await store.load('snapshot', id);
  return snapshot?.state.status === 'COMPLETED' ? snapshot.state : null;
};

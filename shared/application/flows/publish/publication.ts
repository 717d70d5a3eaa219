import { publishingOf } from '../../../domain/certification-event/decide-publication.ts';
import type { Body, CertificationEvent, Publishing } from '../../../domain/certification-event/state.ts';
import type { CertificationEventId, OrganizationId } from '../../../kernel/ids.ts';
import type { Versioned } from '../../entities.ts';
import type { Store } from '../../ports/store.ts';

/** Participants a chunk holds: state and first audit entry each, with the chunk's marker, stay under 100 items. */
export const chunkSize = 45;

export interface Publication {
  readonly certificationEvent: Versioned<CertificationEvent>;
  readonly publishing: Publishing;
  readonly body: Body;
  /** Selected participants, then those this revision leaves out. */
  readonly organizationIds: readonly OrganizationId[];
}

/** The publication of this revision as long as it is under way; undefined when it is done or was never begun. */
export const loadPublication = async (
  store: Store,
  id: CertificationEventId,
  revision: number,
): Promise<Publication | undefined> => {
  const certificationEvent = await store.load('certificationEvent', id);
  const publishing = certificationEvent && publishingOf(certificationEvent.state);
  if (!publishing || publishing.revision !== revision) return undefined;
  const body = await store.body(id, publishing.bodyId);
  if ('all' in body.participants) throw new Error(`the frozen body of ${id} names no participants`);
  const organizationIds = [
    ...body.participants,
    ...(await leftOut(store, certificationEvent.state, body.participants)),
  ];
  return { certificationEvent, publishing, body, organizationIds };
};

/** Participants of the revision that is published now and that this one does not select any more. */
const leftOut = async (
  store: Store,
  certificationEvent: CertificationEvent,
  selected: readonly OrganizationId[],
): Promise<readonly OrganizationId[]> => {
  if (certificationEvent.status !== 'PUBLISHED') return [];
  const kept = new Set(selected);
  const present = await store.participants(certificationEvent.id);
  return present.map((participant) => participant.state.organizationId).filter((id) => !kept.has(id));
};

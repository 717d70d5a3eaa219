import type { CertificationEvent, LiveCertificationEvent } from '../../domain/certification-event/state.ts';
import type { Participant } from '../../domain/participant/state.ts';
import type { Caller } from '../caller.ts';
import type { ParticipantKey, Versioned } from '../entities.ts';
import type { Store } from '../ports/store.ts';

/** A participant with the certification event it belongs to, as read for one decision. */
export interface Scene {
  readonly caller: Caller;
  readonly certificationEvent: Versioned<LiveCertificationEvent>;
  readonly participant: Versioned<Participant>;
}

/** Its participants exist and may be shown: published, or published once and closed. */
export const isLive = (read: Versioned<CertificationEvent>): read is Versioned<LiveCertificationEvent> =>
  read.state.status === 'PUBLISHED' || read.state.status === 'CLOSED';

/** Undefined until the certification event is published: participants see nothing before the flip. */
export const loadScene = async (store: Store, caller: Caller, key: ParticipantKey): Promise<Scene | undefined> => {
  const [certificationEvent, participant] = await Promise.all([
    store.load('certificationEvent', key.certificationEventId),
    store.load('participant', key),
  ]);
  if (certificationEvent === undefined || participant === undefined || !isLive(certificationEvent)) return undefined;
  return { caller, certificationEvent, participant };
};

export const keyOfParticipant = (participant: Participant): ParticipantKey => ({
  certificationEventId: participant.certificationEventId,
  organizationId: participant.organizationId,
});

import type { Operation } from '../../domain/access/policy.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { ParticipantKey, Versioned } from '../entities.ts';
import { loadScene, type Scene } from '../participants/scene.ts';
import type { Store } from '../ports/store.ts';
import {
  type CertificationEventSummary,
  certificationEventSummary,
  isShown,
} from '../views/certification-event-view.ts';
import { denied } from './denied.ts';
import { holdsText, isChosen, isWanted } from './matches.ts';

export interface CertificationEventFilter {
  readonly name?: string | undefined;
  readonly status?: readonly CertificationEventSummary['status'][] | undefined;
  readonly reportingYear?: number | undefined;
}

/** All that fit the filter, as lines of the state's list. */
export const matchingCertificationEvents = async (
  store: Store,
  caller: Caller,
  filter: CertificationEventFilter,
): Promise<readonly CertificationEventSummary[]> => {
  const read = await store.certificationEvents();
  const lines = read.flatMap(({ state }) => (isShown(state) ? [certificationEventSummary(state, caller)] : []));
  return lines.filter(
    ({ name, status, reportingYear }) =>
      holdsText(name, filter.name) &&
      isChosen(status, filter.status) &&
      isWanted<number>(reportingYear, filter.reportingYear),
  );
};

/** One certification event, if this person may see it and do this with it. */
export const certificationEventFor = async (
  store: Store,
  caller: Caller,
  operation: Operation,
  id: CertificationEventId,
): Promise<Result<Versioned<CertificationEvent>, Refusal>> => {
  const read = await store.load('certificationEvent', id);
  if (read === undefined) return refuse(refusal('NOT_FOUND'));
  const refused = denied(caller, operation, { kind: 'CERTIFICATION_EVENT', certificationEvent: read.state });
  return refused === null ? ok(read) : refuse(refused);
};

/** One participant with its certification event, if this person may see it and do this with it. */
export const participantFor = async (
  store: Store,
  caller: Caller,
  operation: Operation,
  key: ParticipantKey,
): Promise<Result<Scene, Refusal>> => {
  const scene = await loadScene(store, caller, key);
  if (scene === undefined) return refuse(refusal('NOT_FOUND'));
  const refused = denied(caller, operation, {
    kind: 'PARTICIPANT',
    certificationEvent: scene.certificationEvent.state,
    participant: scene.participant.state,
  });
  return refused === null ? ok(scene) : refuse(refused);
};

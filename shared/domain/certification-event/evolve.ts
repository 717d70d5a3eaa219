import { type ByType, dispatch } from '../by-type.ts';
import type { CertificationEventHappening, PublicationCompleted } from './happenings.ts';
import type {
  CertificationEvent,
  ClosedCertificationEvent,
  OpenCertificationEvent,
  PublishedCertificationEvent,
  PublishingCertificationEvent,
} from './state.ts';

type Identity = Pick<CertificationEvent, 'id' | 'number' | 'createdBy' | 'createdAt' | 'copiedFrom'>;

const identityOf = ({ id, number, createdBy, createdAt, copiedFrom }: CertificationEvent): Identity => ({
  id,
  number,
  createdBy,
  createdAt,
  copiedFrom,
});

const impossible = (state: CertificationEvent, happening: string): never => {
  throw new Error(`${happening} cannot happen to a certification event that is ${state.status}`);
};

const editable = (
  state: CertificationEvent,
  happening: string,
): OpenCertificationEvent | PublishedCertificationEvent =>
  state.status === 'OPEN' || state.status === 'PUBLISHED' ? state : impossible(state, happening);

const published = (state: CertificationEvent, happening: string): PublishedCertificationEvent =>
  state.status === 'PUBLISHED' ? state : impossible(state, happening);

const closed = (state: CertificationEvent, happening: string): ClosedCertificationEvent =>
  state.status === 'CLOSED' ? state : impossible(state, happening);

type UnderWay = Pick<PublishingCertificationEvent, 'publishing'>['publishing'];

const withPublishing = (
  state: CertificationEvent,
  happening: string,
  change: Partial<UnderWay>,
): CertificationEvent => {
  if (state.status === 'PUBLISHING') return { ...state, publishing: { ...state.publishing, ...change } };
  if (state.status === 'PUBLISHED' && state.publishing !== null)
    return { ...state, publishing: { ...state.publishing, ...change } };
  return impossible(state, happening);
};

const flipped = (state: CertificationEvent, { type, at }: PublicationCompleted): PublishedCertificationEvent => {
  const publishing = state.status === 'PUBLISHING' || state.status === 'PUBLISHED' ? state.publishing : null;
  if (publishing === null) return impossible(state, type);
  const { revision, outline, bodyId, startedBy, participantCount } = publishing;
  const before = state.status === 'PUBLISHED' ? state.published : null;
  const formerBodies =
    before === null ? [] : [...before.formerBodies, { revision: before.revision, bodyId: before.bodyId }];
  const now = { revision, outline, bodyId, publishedAt: at, publishedBy: startedBy, participantCount, formerBodies };
  return { ...identityOf(state), status: 'PUBLISHED', published: now, draft: null, publishing: null };
};

const evolutions: ByType<CertificationEventHappening, CertificationEvent, undefined, CertificationEvent> = {
  CertificationEventCreated: (_state, { certificationEvent }) => certificationEvent,
  DraftSaved: (state, { type, draft }) => ({ ...editable(state, type), draft }),
  ChangesDiscarded: (state, { type }) => ({ ...published(state, type), draft: null }),
  CertificationEventDeleted: (state, { by, at }) => ({
    ...identityOf(state),
    status: 'DELETED',
    deletedAt: at,
    deletedBy: by,
  }),
  PublicationBegun: (state, { type, publishing }) =>
    editable(state, type).status === 'OPEN'
      ? { ...identityOf(state), status: 'PUBLISHING', publishing }
      : { ...published(state, type), publishing },
  PublicationFailed: (state, { type, problem }) => withPublishing(state, type, { problem }),
  PublicationResumed: (state, { type, attempt, at }) =>
    withPublishing(state, type, { attempt, startedAt: at, problem: null }),
  PublicationCompleted: flipped,
  CertificationEventClosed: (state, { type, at, by, comment }) => ({
    ...identityOf(state),
    status: 'CLOSED',
    published: published(state, type).published,
    closedAt: at,
    closedBy: by,
    comment,
    legalHold: null,
    deletion: null,
    compaction: null,
  }),
  LegalHoldPlaced: (state, { type, by, at, reason }) => ({
    ...closed(state, type),
    legalHold: { reason, placedBy: by, placedAt: at },
  }),
  LegalHoldReleased: (state, { type }) => ({ ...closed(state, type), legalHold: null }),
  DeletionBegun: (state, { type, at, retentionYears }) => ({
    ...closed(state, type),
    deletion: { begunAt: at, retentionYears, finishedAt: null },
  }),
  DeletionFinished: (state, { type, at }) => {
    const { deletion, ...rest } = closed(state, type);
    return deletion === null ? impossible(state, type) : { ...rest, deletion: { ...deletion, finishedAt: at } };
  },
  DatamartCompacted: (state, { type, compaction }) => ({ ...closed(state, type), compaction }),
  CompactionFinished: (state, { type, at }) => {
    const { compaction, ...rest } = closed(state, type);
    return compaction === null ? impossible(state, type) : { ...rest, compaction: { ...compaction, publishedAt: at } };
  },
};

/** The certification event after one thing happened. Something that its status rules out is a fault. */
export const evolveCertificationEvent = (
  state: CertificationEvent,
  happening: CertificationEventHappening,
): CertificationEvent => dispatch(evolutions, state, happening, undefined);

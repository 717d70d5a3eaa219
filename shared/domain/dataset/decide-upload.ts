import type { Instant } from '../../kernel/instant.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Actor } from '../actor.ts';
import { type ByType, dispatch } from '../by-type.ts';
import type { Decision } from '../decision.ts';
import { refusal } from '../refusal.ts';
import type { CreateUpload, UploadCommand } from './commands.ts';
import type { UploadCreated, UploadHappening } from './happenings.ts';
import type { Upload } from './state.ts';

interface UploadContext {
  readonly now: Instant;
  readonly actor: Actor;
}
type UploadDecision = Decision<UploadHappening>;

const isAtHand = (upload: Upload): boolean => upload.status === 'RECEIVED' || upload.status === 'CHECKING';

const deciders: ByType<UploadCommand, Upload, undefined, UploadDecision> = {
  completeUpload: (upload, { found }) => {
    if (upload.status !== 'CREATED') return ok([]);
    if (found === null) return refuse(refusal('UPLOAD_NOT_RECEIVED'));
    const isAnnounced = found.bytes === upload.bytes && (found.sha256 ?? upload.sha256) === upload.sha256;
    return isAnnounced ? ok([{ type: 'UploadReceived' }]) : refuse(refusal('UPLOAD_CHANGED'));
  },
  checkUpload: (upload) => ok(upload.status === 'RECEIVED' ? [{ type: 'UploadCheckBegun' }] : []),
  acceptUpload: (upload, { rows, version }) => ok(isAtHand(upload) ? [{ type: 'UploadAccepted', rows, version }] : []),
  refuseUpload: (upload, { problems, problemCount, refused }) =>
    ok(isAtHand(upload) ? [{ type: 'UploadRefused', problems, problemCount, refused }] : []),
};

/** A file on its way. What arrived must be what was announced; afterwards messages may be late or repeated. */
export const decideUpload = (upload: Upload, command: UploadCommand): UploadDecision =>
  dispatch(deciders, upload, command, undefined);

export const decideCreateUpload = (command: CreateUpload, context: UploadContext): Decision<UploadCreated> => {
  const { actor } = context;
  if (!command.datasetKnown) return refuse({ code: 'REFERENCE_UNKNOWN', pointer: '/dataset' });
  // Only the state loads the state's copy; a district's reaches it by sync.
  if (command.upload.lane === 'STATE' && actor.kind === 'PERSON' && actor.user.side !== 'STATE')
    return refuse(refusal('FORBIDDEN'));
  const upload: Upload = {
    ...command.upload,
    requestedBy: actor.kind === 'PERSON' ? actor.user.id : null,
    createdAt: context.now,
    status: 'CREATED',
    rows: null,
    version: null,
    problems: [],
    problemCount: 0,
    refused: null,
  };
  return ok([{ type: 'UploadCreated', upload }]);
};

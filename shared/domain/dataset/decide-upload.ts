import type { Instant } from '../../kernel/instant.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Actor } from '../actor.ts';
import { type ByType, dispatch } from '../by-type.ts';
import type { Decision } from '../decision.ts';
import { refusal } from '../refusal.ts';
import type { CreateUpload, UploadCommand } from './commands.ts';
import type { UploadCreated, UploadHappening, UploadRefused } from './happenings.ts';
import type { Upload } from './state.ts';
import { takenUpAgainAt } from './taken-up-again.ts';

interface UploadContext {
  readonly now: Instant;
}
interface CreationContext extends UploadContext {
  readonly actor: Actor;
}
type UploadDecision = Decision<UploadHappening>;

const isAtHand = (upload: Upload): boolean => upload.status === 'RECEIVED' || upload.status === 'CHECKING';

const maxRequeues = 2;

const givenUp: UploadRefused = {
  type: 'UploadRefused',
  problems: [
    { line: 0, column: null, code: 'NOT_CHECKED', detail: 'the check of the file stopped three times without an end' },
  ],
  problemCount: 1,
  refused: null,
};

const deciders: ByType<UploadCommand, Upload, UploadContext, UploadDecision> = {
  completeUpload: (upload, { found }, { now }) => {
    if (upload.status !== 'CREATED') return ok([]);
    if (found === null) return refuse(refusal('UPLOAD_NOT_RECEIVED'));
    const isAnnounced = found.bytes === upload.bytes && (found.sha256 ?? upload.sha256) === upload.sha256;
    return isAnnounced ? ok([{ type: 'UploadReceived', at: now }]) : refuse(refusal('UPLOAD_CHANGED'));
  },
  checkUpload: (upload, _command, { now }) =>
    ok(upload.status === 'RECEIVED' ? [{ type: 'UploadCheckBegun', at: now }] : []),
  requeueUpload: (upload, _command, { now }) => {
    const dueAt = takenUpAgainAt(upload);
    if (dueAt === null || now < dueAt) return ok([]);
    // A message that was lost is nobody's failure; a worker that is lost again and again has a file that kills it.
    const lost = upload.status === 'CHECKING' ? 1 : 0;
    if (lost > 0 && upload.requeues >= maxRequeues) return ok([givenUp]);
    return ok([{ type: 'UploadRequeued', requeues: upload.requeues + lost, at: now }]);
  },
  acceptUpload: (upload, { rows, version }) => ok(isAtHand(upload) ? [{ type: 'UploadAccepted', rows, version }] : []),
  refuseUpload: (upload, { problems, problemCount, refused }) =>
    ok(isAtHand(upload) ? [{ type: 'UploadRefused', problems, problemCount, refused }] : []),
};

/** A file on its way. What arrived must be what was announced; afterwards messages may be late or repeated. */
export const decideUpload = (upload: Upload, command: UploadCommand, context: UploadContext): UploadDecision =>
  dispatch(deciders, upload, command, context);

export const decideCreateUpload = (command: CreateUpload, context: CreationContext): Decision<UploadCreated> => {
  const { actor } = context;
  if (!command.datasetKnown) return refuse({ code: 'REFERENCE_UNKNOWN', pointer: '/dataset' });
  // Only the state loads the state's copy; a district's reaches it by sync.
  if (command.upload.lane === 'STATE' && actor.kind === 'PERSON' && actor.user.side !== 'STATE')
    return refuse(refusal('FORBIDDEN'));
  const upload: Upload = {
    ...command.upload,
    requestedBy: actor.kind === 'PERSON' ? actor.user.id : null,
    createdAt: context.now,
    atHandSince: null,
    requeues: 0,
    status: 'CREATED',
    rows: null,
    version: null,
    problems: [],
    problemCount: 0,
    refused: null,
  };
  return ok([{ type: 'UploadCreated', upload }]);
};

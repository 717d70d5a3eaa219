import { describe, expect, it } from 'vitest';
import { aCertifier, aStateUser, bearCreek, person, system } from '../../../test/builders/people.ts';
import { moment } from '../../../test/builders/time.ts';
import { uploadId } from '../../kernel/ids.ts';
import { instantFromMillis, millisOf } from '../../kernel/instant.ts';
import type { CreateUpload, UploadCommand } from './commands.ts';
import { decideCreateUpload, decideUpload } from './decide-upload.ts';
import { evolveUpload } from './evolve-upload.ts';
import type { Upload } from './state.ts';

const announced: CreateUpload = {
  type: 'createUpload',
  upload: {
    id: uploadId('upl_1'),
    organizationId: bearCreek,
    dataset: 'students',
    fileName: 'students.ndjson',
    format: 'NDJSON',
    gzip: false,
    delivery: 'FULL',
    lane: 'DISTRICT',
    bytes: 10,
    sha256: 'ab',
    key: 'uploads/upl_1',
  },
  datasetKnown: true,
};
const context = { actor: person(aCertifier('ana')), now: moment('2026-05-06') };

const created = (): Upload => {
  const decided = decideCreateUpload(announced, context);
  const [happening] = decided.ok ? decided.value : [];
  if (happening === undefined) throw new Error('the dataset is known');
  return happening.upload;
};

const after = (...commands: readonly UploadCommand[]): Upload =>
  commands.reduce((upload, command) => {
    const decided = decideUpload(upload, command, context);
    if (!decided.ok) throw new Error(decided.failure.code);
    return decided.value.reduce(evolveUpload, upload);
  }, created());

const arrived = { type: 'completeUpload', found: { bytes: 10, sha256: 'ab' } } as const;
const check = { type: 'checkUpload' } as const;
const accept = { type: 'acceptUpload', rows: 5, version: 'ab' } as const;
const problems = [{ line: 2, column: 'birthDate', code: 'NOT_A_DATE', detail: 'not a date' }];
const refuse = { type: 'refuseUpload', problems, problemCount: 7, refused: null } as const;

const refusedBy = (upload: Upload, command: UploadCommand) => {
  const decided = decideUpload(upload, command, context);
  return decided.ok ? null : decided.failure.code;
};

describe('An upload is refused', () => {
  it('for a dataset that the state has not declared', () => {
    const decided = decideCreateUpload({ ...announced, datasetKnown: false }, context);
    expect(decided.ok ? null : decided.failure).toEqual({ code: 'REFERENCE_UNKNOWN', pointer: '/dataset' });
  });

  it('when a district would load the state’s copy, which it fills by its own only', () => {
    const toState: CreateUpload = { ...announced, upload: { ...announced.upload, lane: 'STATE' } };
    const asked = (actor: typeof context.actor) => decideCreateUpload(toState, { ...context, actor });
    expect(asked(context.actor)).toEqual({ ok: false, failure: { code: 'FORBIDDEN' } });
    expect(asked(person(aStateUser('sam')))).toMatchObject({ ok: true, value: [{ upload: { requestedBy: 'sam' } }] });
    expect(asked(system)).toMatchObject({ ok: true, value: [{ upload: { requestedBy: null, lane: 'STATE' } }] });
  });

  it('while its file has not arrived, or is not the one announced', () => {
    expect(refusedBy(created(), { ...arrived, found: null })).toBe('UPLOAD_NOT_RECEIVED');
    expect(refusedBy(created(), { ...arrived, found: { bytes: 11, sha256: 'ab' } })).toBe('UPLOAD_CHANGED');
    expect(refusedBy(created(), { ...arrived, found: { bytes: 10, sha256: 'cd' } })).toBe('UPLOAD_CHANGED');
  });
});

describe('An upload', () => {
  it('is received, checked and accepted', () => {
    const announcedByAna = {
      ...announced.upload,
      requestedBy: 'ana',
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
    expect(created()).toEqual(announcedByAna);
    expect(after(arrived)).toEqual({ ...announcedByAna, status: 'RECEIVED', atHandSince: context.now });
    expect(after(arrived, check)).toEqual({ ...announcedByAna, status: 'CHECKING', atHandSince: context.now });
    expect(after(arrived, check, accept)).toEqual({ ...announcedByAna, status: 'ACCEPTED', rows: 5, version: 'ab' });
  });

  it('in parts is received by its size, since its content is compared when it is read', () => {
    expect(after({ ...arrived, found: { bytes: 10, sha256: null } }).status).toBe('RECEIVED');
    expect(refusedBy(created(), { ...arrived, found: { bytes: 9, sha256: null } })).toBe('UPLOAD_CHANGED');
  });

  it('that breaks the declaration is refused with its problems', () => {
    expect(after(arrived, check, refuse)).toMatchObject({
      status: 'REFUSED',
      problems,
      problemCount: 7,
      refused: null,
    });
  });

  it('ends once, and messages that come twice change nothing', () => {
    const accepted = after(arrived, check, accept);
    expect(after(arrived, check, accept, refuse, arrived, check, accept)).toEqual(accepted);
    expect(after(arrived, check, refuse, accept).status).toBe('REFUSED');
    expect(after(accept, refuse, check)).toEqual(created());
  });
});

describe('An upload that nobody seems to be at', () => {
  /** Asked `seconds` after its last step, each time again. */
  const leftAfter = (upload: Upload, ...seconds: readonly number[]): Upload =>
    seconds.reduce((left, later) => {
      const now = instantFromMillis(millisOf(left.atHandSince ?? context.now) + later * 1_000);
      const decided = decideUpload(left, { type: 'requeueUpload' }, { now });
      return decided.ok ? decided.value.reduce(evolveUpload, left) : left;
    }, upload);

  it('goes back to the queue once its worker can live no more, and not before', () => {
    const checking = after(arrived, check);
    expect(leftAfter(checking, 299)).toEqual(checking);
    expect(leftAfter(checking, 300)).toMatchObject({ status: 'RECEIVED', requeues: 1 });
  });

  it('whose message seems lost is sent again as often as it takes', () => {
    const waiting = after(arrived);
    expect(leftAfter(waiting, 899)).toEqual(waiting);
    expect(leftAfter(waiting, 900, 900, 900, 900)).toMatchObject({ status: 'RECEIVED', requeues: 0 });
  });

  it('is refused when three workers were lost over it', () => {
    const checkedAgain = (upload: Upload) => ({ ...upload, status: 'CHECKING' as const });
    const twice = leftAfter(checkedAgain(leftAfter(after(arrived, check), 300)), 300);
    expect(twice).toMatchObject({ status: 'RECEIVED', requeues: 2 });
    expect(leftAfter(checkedAgain(twice), 300)).toMatchObject({
      status: 'REFUSED',
      problems: [{ line: 0, column: null, code: 'NOT_CHECKED', detail: expect.stringContaining('three times') }],
      problemCount: 1,
      refused: null,
      atHandSince: null,
    });
  });

  it('is left alone before it has arrived, and once it has ended', () => {
    for (const upload of [created(), after(arrived, check, accept), after(arrived, check, refuse)])
      expect(leftAfter(upload, 999_999)).toEqual(upload);
  });

  it('is ended by the worker that was only slow, and then by nobody else', () => {
    const back = leftAfter(after(arrived, check), 300);
    const decided = decideUpload(back, accept, context);
    expect(decided.ok && decided.value.reduce(evolveUpload, back)).toMatchObject({ status: 'ACCEPTED', version: 'ab' });
  });
});

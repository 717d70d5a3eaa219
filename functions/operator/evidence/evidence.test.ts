import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvalTask } from '../../../shared/contracts/workflows/approval.ts';
import { sealChains } from '../../../shared/application/audit/seal-chains.ts';
import { writeCertificate } from '../../../shared/application/flows/approval/certificate.ts';
import { certificationEventId, organizationId } from '../../../shared/kernel/ids.ts';
import { type Files, listedAgain, without, withText, zipped } from '../../../test/builders/evidence.ts';
import { tamperings } from '../../../test/builders/evidence-tamperings.ts';
import { unzipped } from '../../../test/builders/unzipped.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';
import { certifies } from '../../../test/fakes/whole-year.ts';
import { exportEvidence } from './export.ts';

const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a stranger does with archives he was given: the script alone, with nothing of this repository's environment. */
const judged = (archives: readonly Buffer[], ...options: readonly string[]) => {
  const paths = archives.map((bytes, index) => {
    const path = join(folder, `given-${index}.zip`);
    writeFileSync(path, bytes);
    return path;
  });
  const script = join(import.meta.dirname, '../../../docs/evidence/verify-evidence.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script, ...paths, ...options], { env: {}, encoding: 'utf8' });
  return { status, said: stdout.trim() };
};

const verified = (...options: readonly string[]) => judged([archive], ...options);

/** The one sentence about each; an archive that is not refused leaves the lists unequal. */
const refusalsOf = async (tampered: readonly Files[]): Promise<readonly string[]> => {
  const { status, said } = judged(await Promise.all(tampered.map(zipped)));
  expect(status).toBe(1);
  return said.split('\n');
};

const found = [{ ruleCode: 'TAR-1', severity: 'WARNING' as const, row: { student: 'one' } }];
const bearCreek = organizationId('255903');

let state: SmallState;
let id: string;
let archive: Buffer;
let files: Files;

const exportTo = (name: string, by = 'april', organization = bearCreek): Promise<void> => {
  const key = { certificationEventId: certificationEventId(id), organizationId: organization };
  return exportEvidence(state.ports, { key, by, purpose: 'Audit of 2026, request 17', out: join(folder, name) });
};

const decide = async (type: string): Promise<void> => {
  const path = `/v1/certification-events/${id}/decisions`;
  const body = { type, organizationIds: [bearCreek], reason: 'so it is' };
  expect((await state.ask('april', 'POST', path, { body })).status).toBe(200);
};

/** Certified, sent back, certified again and approved; the approval's certificate is written, and the chains are sealed. */
beforeAll(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z', 'none');
  id = await publishTardiness(state);
  await certifies(state, 'ana', id, bearCreek, found);
  await decide('REQUEST_RECERTIFICATION');
  state.clock.advance(60);
  await certifies(state, 'ana', id, bearCreek, found);
  await decide('APPROVE');
  const of = { certificationEventId: id, organizationId: bearCreek, round: 2, sentSequence: 2 };
  await writeCertificate(
    state.ports,
    approvalTask.parse({ task: 'conclude', version: 1, execution: 'approval', outcome: 'APPROVED', ...of }),
  );
  await sealChains(state.ports, certificationEventId(id), 'HOURLY');
  await exportTo('sound.zip');
  archive = readFileSync(join(folder, 'sound.zip'));
  files = unzipped(archive);
});

describe('The evidence of one certification', () => {
  test('verifies offline and tells who signed and decided what', () => {
    const { status, said } = verified();
    expect(said).toMatch(/^VERIFIED: certification of 255903/);
    expect(said.match(/signed by ana as "Test" for data [0-9a-f]{64}/g)).toHaveLength(2);
    expect(said).toMatch(/REQUEST_RECERTIFICATION by april\n.*APPROVE by april/);
    expect(status).toBe(0);
  });

  test('is on record as a disclosure, with purpose and the hash of what was given away', () => {
    const [index = ''] = /[0-9a-f]{64}$/.exec(verified().said) ?? [];
    expect(state.data.disclosures).toMatchObject([
      {
        userId: 'april',
        organizationId: bearCreek,
        purpose: 'Audit of 2026, request 17',
        about: `EVIDENCE ${id} ${index}`,
      },
    ]);
    expect(verified('--index', index).status).toBe(0);
    expect(verified('--index', '0'.repeat(64)).said).toMatch(/index.json is not the one that is on record/);
  });

  test('holds every kind of file', () => {
    const kinds = [...files.keys()].map((path) =>
      path.replace(/(run|snp)_[^/]+/, '*').replace(/s\/[^/]*Z\.json/, 's/*'),
    );
    expect(new Set(kinds)).toEqual(
      new Set([
        'index.json',
        'README.txt',
        'certification-event.json',
        'participant.json',
        'snapshots.json',
        'runs.json',
        'rules.json',
        'submissions.json',
        'decisions.json',
        'views.json',
        'audit.ndjson',
        'seal.json',
        'snapshots/*/manifest.json',
        'reports/*/findings.parquet',
        'reports/*/report.html',
        'certificates/*',
      ]),
    );
  });

  test('goes to nobody but staff of the state, and to no file that is there already', async () => {
    const before = state.data.disclosures.length;
    await expect(exportTo('refused.zip', 'ana')).rejects.toThrow(/--by must be an active user of the state's/);
    await expect(exportTo('refused.zip', 'april', organizationId('999999'))).rejects.toThrow(/there is no participant/);
    expect(state.data.disclosures).toHaveLength(before);
    await expect(exportTo('sound.zip')).rejects.toThrow(/EEXIST/);
  });
});

describe('An archive that somebody changed is refused', () => {
  test('whatever file has another byte', async () => {
    const paths = [...files.keys()].filter((path) => path !== 'index.json');
    const changed = paths.map((path) => {
      const content = Buffer.from(files.get(path) ?? '');
      content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
      return new Map([...files, [path, content] as const]);
    });
    expect(await refusalsOf(changed)).toEqual(paths.map((path) => `REFUSED: ${path} is not what index.json says.`));
  });

  test('when a file is missing or put in, and when it has no index or another', async () => {
    const changed = [
      without(files, 'views.json'),
      new Map([...files, ['more.json', Buffer.from('1')] as const]),
      without(files, 'index.json'),
      withText(files, 'index.json', '{}'),
    ];
    expect(await refusalsOf(changed)).toEqual([
      'REFUSED: views.json is missing.',
      'REFUSED: more.json is in the archive and not in index.json.',
      'REFUSED: index.json is missing.',
      'REFUSED: index.json is of a format that this script does not know.',
    ]);
  });

  test('when it is cut off, or no archive at all', () => {
    expect(judged([archive.subarray(0, -1), Buffer.from('PK')])).toEqual({
      status: 1,
      said: 'REFUSED: The file is no whole ZIP archive.\nREFUSED: The file is no whole ZIP archive.',
    });
  });

  test('when its index is made to fit what was changed', async () => {
    const refusals = await refusalsOf(tamperings.map(({ tamper }) => listedAgain(tamper(files))));
    expect(refusals).toEqual(tamperings.map(({ refused }) => expect.stringMatching(refused)));
  });
});

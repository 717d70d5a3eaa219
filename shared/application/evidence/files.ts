import { createHash } from 'node:crypto';
import type { Snapshot } from '../../domain/snapshot/state.ts';
import type { StoredObject, ValidationRun } from '../../domain/validation-run/state.ts';
import type { ParticipantKey } from '../entities.ts';
import { chainOf } from '../audit/chain.ts';
import { sealKey } from '../audit/seal-chains.ts';
import type { BucketName, ObjectStore } from '../ports/world.ts';
import { reportKey } from '../runs/report-objects.ts';
import type { Evidence } from './gather.ts';
import { toldBy } from './told.ts';

/** One file of the archive: a text, or an object as it lies in its bucket. */
export type EvidenceFile = { readonly path: string } & (
  | { readonly text: string }
  | { readonly bucket: BucketName; readonly object: StoredObject }
);

/** Whoever asked, when, and what for. */
export interface Export {
  readonly exportedAt: string;
  readonly exportedBy: string;
  readonly purpose: string;
}

const textOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const json = (path: string, value: unknown): EvidenceFile => ({ path, text: textOf(value) });

const readme = `What one district or school certified, by whom, on which data and rules, and what the state decided about it.

Verify it offline with Node 20 or newer: node verify-evidence.mjs THIS-FILE.zip
Take the script from the agency or from the source of Attest (docs/evidence), never from whoever gave you this file.

The reports in it are rows of students: keep it as you keep those.
`;

const records = (key: ParticipantKey, evidence: Evidence): readonly EvidenceFile[] => {
  const told = toldBy(evidence.audit.filter(({ chain }) => chain === chainOf('participant', key)));
  return [
    json('certification-event.json', evidence.certificationEvent),
    json('participant.json', evidence.participant),
    json('snapshots.json', evidence.snapshots),
    json('runs.json', evidence.runs),
    json('rules.json', { revisions: evidence.revisions, versions: evidence.ruleVersions }),
    json('submissions.json', told.submissions),
    json('decisions.json', told.decisions),
    json('views.json', evidence.views),
    { path: 'audit.ndjson', text: evidence.audit.map((entry) => `${JSON.stringify(entry)}\n`).join('') },
  ];
};

interface Wanted {
  readonly path: string;
  readonly bucket: BucketName;
  readonly key: string;
}

const fileName = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

const inBucket = (bucket: BucketName, path: string, key: string): Wanted => ({ path, bucket, key });

const reportsOf = (run: ValidationRun): readonly Wanted[] => {
  if (run.status !== 'COMPLETED') return [];
  const keys = [run.findings.key, reportKey(run.findings, run.format)];
  return keys.map((key) => inBucket('reports', `reports/${run.id}/${fileName(key)}`, key));
};

const manifestOf = (snapshot: Snapshot): readonly Wanted[] =>
  snapshot.status === 'COMPLETED'
    ? [inBucket('data', `snapshots/${snapshot.id}/manifest.json`, snapshot.manifest.key)]
    : [];

const wanted = async (
  objects: ObjectStore,
  { certificationEventId, organizationId }: ParticipantKey,
  { seal, snapshots, runs }: Evidence,
): Promise<readonly Wanted[]> => {
  const certificates = await objects.sizesBelow('data', `certificates/${certificationEventId}/${organizationId}/`);
  return [
    ...(seal === undefined ? [] : [inBucket('data', 'seal.json', sealKey(seal))]),
    ...snapshots.flatMap(({ state }) => manifestOf(state)),
    ...runs.flatMap(({ state }) => reportsOf(state)),
    ...[...certificates.keys()].map((key) => inBucket('data', `certificates/${fileName(key)}`, key)),
  ];
};

const measured = (text: string) => ({
  bytes: Buffer.byteLength(text),
  sha256: createHash('sha256').update(text).digest('hex'),
});

const listed = (file: EvidenceFile) => {
  const { bytes, sha256 } = 'text' in file ? measured(file.text) : file.object;
  return { path: file.path, bytes, sha256 };
};

/**
 * All files of the archive, and the hash of the first, which lists the others with their hashes and what a retention rule has
 * taken away since.
 */
export const evidenceFiles = async (
  objects: ObjectStore,
  key: ParticipantKey,
  evidence: Evidence,
  about: Export,
): Promise<{ readonly index: string; readonly files: readonly EvidenceFile[] }> => {
  const found: EvidenceFile[] = [{ path: 'README.txt', text: readme }, ...records(key, evidence)];
  const gone: string[] = [];
  for (const { path, bucket, key: objectKey } of await wanted(objects, key, evidence)) {
    const fingerprint = await objects.fingerprint(bucket, objectKey);
    if (fingerprint === undefined) gone.push(path);
    else found.push({ path, bucket, object: { key: objectKey, ...fingerprint } });
  }
  const index = textOf({ format: 'attest.evidence.v1', ...key, ...about, files: found.map(listed), gone });
  return { index: measured(index).sha256, files: [{ path: 'index.json', text: index }, ...found] };
};

import { createHash } from 'node:crypto';
import { type AuditEntry, chainStart, sealEntry } from '../../shared/application/audit/entry.ts';
import { toldBy } from '../../shared/application/evidence/told.ts';
import { zip } from '../../shared/engine/report/zip.ts';
import { replay } from '../../shared/verification/replay.ts';

/** The files of an evidence archive, by their path. */
export type Files = ReadonlyMap<string, Buffer>;

export const zipped = async (files: Files): Promise<Buffer> => {
  const one = async function* (content: Buffer) {
    yield content;
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of zip([...files].map(([name, content]) => ({ name, content: one(content) }))))
    pieces.push(piece);
  return Buffer.concat(pieces);
};

// Read by the path that a tampering is about.
export const jsonIn = (files: Files, path: string): ReturnType<typeof JSON.parse> =>
  JSON.parse(files.get(path)?.toString() ?? 'null');

export const withText = (files: Files, path: string, text: string): Files => {
  if (!files.has(path)) throw new Error(`there is no ${path}`);
  return new Map([...files, [path, Buffer.from(text)]]);
};

export const withJson = (files: Files, path: string, value: unknown): Files =>
  withText(files, path, JSON.stringify(value));

export const without = (files: Files, path: string): Files => {
  if (!files.has(path)) throw new Error(`there is no ${path}`);
  return new Map([...files].filter(([name]) => name !== path));
};

/** The list of files made to fit them again, as somebody would who knows how the archive is made. */
export const listedAgain = (files: Files): Files => {
  const listed = [...files]
    .filter(([path]) => path !== 'index.json')
    .map(([path, content]) => ({
      path,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    }));
  return withJson(files, 'index.json', { ...jsonIn(files, 'index.json'), files: listed });
};

export const auditIn = (files: Files): readonly AuditEntry[] =>
  (files.get('audit.ndjson')?.toString() ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line): AuditEntry => JSON.parse(line));

export const withAudit = (files: Files, entries: readonly AuditEntry[]): Files =>
  withText(files, 'audit.ndjson', entries.map((entry) => JSON.stringify(entry)).join('\n'));

const isOwn = ({ chain }: AuditEntry): boolean => chain.startsWith('participant/');

/** The participant's chain with other entries, every number and hash made anew, and the record that goes with it. */
export const chainForged = (files: Files, change: (own: readonly AuditEntry[]) => readonly AuditEntry[]): Files => {
  const entries = auditIn(files);
  let previousHash = entries.find(isOwn)?.previousHash ?? chainStart;
  const forged = change(entries.filter(isOwn)).map(({ hash: _, ...entry }, index) => {
    const sealed = sealEntry({ ...entry, sequence: index + 1, previousHash });
    previousHash = sealed.hash;
    return sealed;
  });
  const state = replay(forged).at(-1)?.after;
  const record = { state, version: forged.length, auditHash: previousHash };
  return withJson(
    withAudit(files, [...entries.filter((entry) => !isOwn(entry)), ...forged]),
    'participant.json',
    record,
  );
};

/** What is told of the participant's chain made to fit it again; the certificate, which cannot be, left out. */
export const toldAgain = (files: Files): Files => {
  const { submissions, decisions } = toldBy(auditIn(files).filter(isOwn));
  const told = withJson(withJson(files, 'submissions.json', submissions), 'decisions.json', decisions);
  return new Map([...told].filter(([path]) => !path.startsWith('certificates/')));
};

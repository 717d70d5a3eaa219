import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { duckDbIngester } from '../../../functions/worker/ingest-upload/duckdb-ingester.ts';
import type { CheckedFile, FileToCheck, Ingester } from '../../../shared/application/ports/ingester.ts';
import { refusedRowsPath } from '../../../shared/engine/ingest/job.ts';
import { ingestInChild } from '../../../shared/engine/ingest/ingest-in-child.ts';

interface Answer {
  readonly checked: CheckedFile;
  /** What it has written: the version, or the rows to correct where there are any. */
  readonly written: Buffer | undefined;
}

const engine = duckDbIngester('SMALL', ingestInChild);

const hashOf = async (path: string | undefined): Promise<string | null> =>
  path === undefined
    ? null
    : createHash('sha256')
        .update(await readFile(path))
        .digest('hex');

/** All that its answer depends on. */
const questionOf = async ({ declaration, mapping, source, format, gzip, base }: FileToCheck): Promise<string> =>
  JSON.stringify([declaration, mapping, format, gzip, await hashOf(source), await hashOf(base)]);

const ask = async (file: FileToCheck): Promise<Answer> => {
  const checked = await engine.ingest(file);
  if (!checked.accepted && checked.refusedRows === 0) return { checked, written: undefined };
  return { checked, written: await readFile(checked.accepted ? file.target : checked.refusedPath) };
};

const known = new Map<string, Answer>();

/** The engine itself, in this process, asked once about each file: runs bring the same few files thousands of times. */
export const rememberingIngester: Ingester = {
  ingest: async (file) => {
    const question = await questionOf(file);
    const answer = known.get(question) ?? (await ask(file));
    known.set(question, answer);
    const { checked, written } = answer;
    const path = checked.accepted ? file.target : refusedRowsPath(file.target);
    if (written !== undefined) await writeFile(path, written);
    return checked.accepted ? checked : { ...checked, refusedPath: path };
  },
};

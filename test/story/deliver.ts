import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Json, Person } from './client.ts';
import { expectStatus, jsonAt, textAt } from './read.ts';
import { until } from './until.ts';

/** A delivered file of the seed, as text. */
export const seedFile = (district: 'bear-creek' | 'grand-bend', dataset: string): Promise<string> =>
  readFile(new URL(`../../shared/seed/data/${district}/${dataset}.ndjson`, import.meta.url), 'utf8');

/** The enrollments of the two students who leave before they enter, without their exits. */
export const withoutImpossibleExits = (enrollments: string): string =>
  enrollments
    .split('\n')
    .map((line) => (/"studentUniqueId": "(805260|805522)"/.test(line) ? withoutExit(line) : line))
    .join('\n');

const withoutExit = (line: string): string => {
  const row: unknown = JSON.parse(line);
  return JSON.stringify({ ...Object(row), exitWithdrawDate: null, exitWithdrawType: null });
};

/** Announces a file, puts it where the answer says, and waits for the checks. */
export const deliver = async (person: Person, organizationId: string, dataset: string, text: string): Promise<Json> => {
  const bytes = Buffer.from(text);
  const announced = expectStatus(
    await person.post('/v1/uploads', {
      organizationId,
      dataset,
      fileName: `${dataset}.ndjson`,
      format: 'NDJSON',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }),
    200,
    201,
  );
  const headers = Object.fromEntries(
    Object.entries(jsonAt(announced, 'headers')).map(([name, value]) => [name, String(value)]),
  );
  const put = await fetch(textAt(announced, 'url'), { method: 'PUT', headers, body: bytes });
  if (!put.ok) throw new Error(`the file could not be put: ${put.status}`);
  const id = textAt(announced, 'id');
  expectStatus(await person.post(`/v1/uploads/${id}/complete`, {}), 200, 202);
  return until(`checking ${dataset}`, async () => {
    const upload = expectStatus(await person.get(`/v1/uploads/${id}`), 200);
    return upload['status'] === 'ACCEPTED' || upload['status'] === 'REFUSED' ? upload : undefined;
  });
};

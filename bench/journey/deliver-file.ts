import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Json, Person } from '../../test/story/client.ts';
import { expectStatus, jsonAt, listAt, textAt } from '../../test/story/read.ts';
import { until } from '../../test/story/until.ts';

export interface Delivery {
  readonly organizationId: string;
  readonly dataset: string;
  /** A CSV file on this machine. */
  readonly path: string;
}

const checksumOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

const put = async (url: string, headers: Json, body: Blob): Promise<void> => {
  const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const answer = await fetch(url, { method: 'PUT', headers: texts, body });
  if (!answer.ok) throw new Error(`a part could not be put: ${answer.status}`);
};

/** Puts what the announced upload has links for: the file, or its parts one after the other. */
const putAll = async (announced: Json, file: Blob): Promise<void> => {
  const headers = jsonAt(announced, 'headers');
  if (typeof announced['url'] === 'string') return put(announced['url'], headers, file);
  const size = Number(announced['partSize']);
  for (const part of listAt(announced, 'parts')) {
    const from = (Number(part['number']) - 1) * size;
    await put(textAt(part, 'url'), headers, file.slice(from, from + size));
  }
};

/** Hands a file in as a district's system does, from its announcement until it is checked and has become a version. */
export const deliverFile = async (person: Person, { organizationId, dataset, path }: Delivery, patience: number) => {
  const file = await openAsBlob(path);
  const { size: bytes } = await stat(path);
  const body = { organizationId, dataset, fileName: basename(path), format: 'CSV', bytes };
  const announced = expectStatus(await person.post('/v1/uploads', { ...body, sha256: await checksumOf(path) }), 201);
  const id = textAt(announced, 'id');
  await putAll(announced, file);
  expectStatus(await person.post(`/v1/uploads/${id}/complete`, {}), 200, 202);
  const checked = await until(
    `checking ${dataset}`,
    async () => {
      const upload = expectStatus(await person.get(`/v1/uploads/${id}`), 200);
      return upload['status'] === 'ACCEPTED' || upload['status'] === 'REFUSED' ? upload : undefined;
    },
    patience,
  );
  if (checked['status'] !== 'ACCEPTED')
    throw new Error(`${dataset} was refused: ${JSON.stringify(checked).slice(0, 500)}`);
};

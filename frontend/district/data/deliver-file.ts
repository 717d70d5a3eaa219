import { answerOf, api } from '../../api/client.ts';
import { notConnected, Refused } from '../../api/problem.ts';
import type { Upload } from '../../api/shapes.ts';
import type { Repeatable } from '../../api/use-command.ts';
import type { Format } from './check-file.ts';

export interface Delivery {
  readonly organizationId: string;
  readonly dataset: string;
  readonly file: File;
  readonly format: Format;
}

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Puts the file where the link says. Only this kind of request tells how far it is. */
const put = (url: string, headers: Readonly<Record<string, string>>, file: File, onProgress: (share: number) => void) =>
  new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / Math.max(1, total));
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new Refused('UPLOAD_NOT_RECEIVED', request.status));
    request.onerror = () => reject(notConnected());
    request.send(file);
  });

/** Announces the file by its hash, sends it, and has it checked. Announced again it is the same upload. */
export const deliverFile = async (
  { organizationId, dataset, file, format }: Delivery,
  header: Repeatable,
  onProgress: (share: number) => void,
): Promise<Upload> => {
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const body = { organizationId, dataset, fileName: file.name, format, bytes: file.size, sha256 };
  const upload = await answerOf(api.POST('/v1/uploads', { params: { header }, body }));
  if (upload.url === undefined) return upload;
  await put(upload.url, upload.headers ?? {}, file, onProgress);
  const done = { 'Idempotency-Key': crypto.randomUUID() };
  return answerOf(api.POST('/v1/uploads/{id}/complete', { params: { path: { id: upload.id }, header: done } }));
};

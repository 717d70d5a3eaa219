import { answerOf, api } from '../../api/client.ts';
import { notConnected, Refused } from '../../api/problem.ts';
import type { Upload } from '../../api/shapes.ts';
import type { Repeatable } from '../../api/use-command.ts';
import type { Format } from './file-lines.ts';

export interface Delivery {
  readonly organizationId: string;
  readonly dataset: string;
  readonly file: File;
  readonly format: Format;
}

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

interface Piece {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Blob;
  /** Called with how many bytes of it have gone. */
  readonly onProgress: (bytes: number) => void;
}

/** Puts the piece where its link says. Only this kind of request tells how far it is. */
const put = ({ url, headers, body, onProgress }: Piece): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new Refused('UPLOAD_NOT_RECEIVED', request.status));
    request.onerror = () => reject(notConnected());
    request.send(body);
  });

/** The file in one piece, or where the answer names parts, in those that are still missing, one after the other. */
const putWhole = async (upload: Upload, file: File, onProgress: (share: number) => void): Promise<void> => {
  const { url, headers = {}, parts = [], partSize = file.size } = upload;
  const tell = (bytes: number): void => onProgress(bytes / file.size);
  if (url !== undefined) await put({ url, headers, body: file, onProgress: tell });
  for (const part of parts) {
    const from = (part.number - 1) * partSize;
    const body = file.slice(from, from + partSize);
    await put({ url: part.url, headers: {}, body, onProgress: (bytes) => tell(from + bytes) });
  }
};

/** Announces the file by its hash, sends it, and has it checked. Announced again it is the same upload. */
export const deliverFile = async (
  { organizationId, dataset, file, format }: Delivery,
  header: Repeatable,
  onProgress: (share: number) => void,
): Promise<Upload> => {
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const body = { organizationId, dataset, fileName: file.name, format, bytes: file.size, sha256 };
  const upload = await answerOf(api.POST('/v1/uploads', { params: { header }, body }));
  if (upload.url === undefined && upload.parts === undefined) return upload;
  await putWhole(upload, file, onProgress);
  const done = { 'Idempotency-Key': crypto.randomUUID() };
  return answerOf(api.POST('/v1/uploads/{id}/complete', { params: { path: { id: upload.id }, header: done } }));
};

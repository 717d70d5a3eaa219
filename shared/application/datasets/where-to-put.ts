import type { Upload } from '../../domain/dataset/state.ts';
import type { ObjectStore } from '../ports/world.ts';
import { partSizeOf, partsOf } from './parts.ts';

/** As long as a link may live; later ones are had by asking for the upload again. */
const secondsOpen = 300;

/** The links by which a file, or what is missing of it, is put. They are given, never kept. */
export const whereToPut = async (objects: ObjectStore, upload: Upload) => {
  const parts = partsOf(upload);
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return objects.presignPut('uploads', only.key, secondsOpen);
  const arrived = await objects.sizesBelow('uploads', `${upload.key}/`);
  const missing = parts.filter(({ key, bytes }) => arrived.get(key) !== bytes);
  const links = await Promise.all(
    missing.map(async ({ number, key }) => ({ number, ...(await objects.presignPut('uploads', key, secondsOpen)) })),
  );
  return {
    partSize: partSizeOf(upload.bytes),
    parts: links.map(({ number, url }) => ({ number, url })),
    ...(links[0] && { headers: links[0].headers }),
  };
};

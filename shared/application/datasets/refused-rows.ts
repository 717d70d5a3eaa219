import type { Upload } from '../../domain/dataset/state.ts';
import type { ObjectStore } from '../ports/world.ts';

const secondsOpen = 120;

// What was packed comes back unpacked.
const fileNameOf = ({ fileName }: Upload): string => `refused-${fileName.replace(/\.gz$/i, '')}`;

/** A short-lived link to the refused rows of a file; null when there are none to hand back. */
export const refusedRowsLink = async (objects: ObjectStore, upload: Upload) => {
  const { refused } = upload;
  if (refused === null) return null;
  const fileName = fileNameOf(upload);
  const link = await objects.presignGet('uploads', refused.object.key, fileName, secondsOpen);
  return { ...link, fileName, rows: refused.rows };
};

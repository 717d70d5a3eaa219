import type { Upload } from '../../domain/dataset/state.ts';
import type { Caller } from '../caller.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import { recordShownRows } from '../shown-rows.ts';

const secondsOpen = 120;

// What was packed comes back unpacked.
const fileNameOf = ({ fileName }: Upload): string => `refused-${fileName.replace(/\.gz$/i, '')}`;

/** A short-lived link to the refused rows of a file, given away on record; null when there are none to hand back. */
export const refusedRowsLink = async (ports: PortsWithObjects, caller: Caller, upload: Upload) => {
  const { id, organizationId, refused } = upload;
  if (refused === null) return null;
  await recordShownRows(ports, caller, { organizationId, about: `REFUSED_ROWS ${id}` });
  const fileName = fileNameOf(upload);
  const link = await ports.objects.presignGet('uploads', refused.object.key, fileName, secondsOpen);
  return { ...link, fileName, rows: refused.rows };
};

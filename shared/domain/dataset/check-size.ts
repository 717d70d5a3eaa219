import type { EngineSize } from '../validation-run/engine-size.ts';
import type { DatasetVersion, Upload } from './state.ts';

/** Chosen: a tenth of the largest file there may be, some eight million rows of attendance. */
export const smallCheckBytes = 500_000_000;

/** About what gzip makes of text that repeats itself, and a column store of rows: it only has to tell big from small. */
const packedTimes = 8;

/** As much plain text as a check must go through: the file, and the version that its changes are made to. */
export const checkBytes = (
  { bytes, gzip, format }: Pick<Upload, 'bytes' | 'gzip' | 'format'>,
  base: Pick<DatasetVersion, 'object'> | null,
): number => {
  const isPacked = gzip || format === 'PARQUET';
  return bytes * (isPacked ? packedTimes : 1) + (base?.object.bytes ?? 0) * packedTimes;
};

/** Which worker checks so much. */
export const checkerFor = (bytes: number): EngineSize => (bytes > smallCheckBytes ? 'LARGE' : 'SMALL');

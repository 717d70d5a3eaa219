import { idPattern, organizationId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Upload } from './state.ts';

/** Files of the state's pipeline lie below this, as `drop/<lane>/<delivery>/<district>/<dataset>/<file name>`. */
export const dropPrefix = 'drop/';

/** What the place of a dropped file says about it: everything that an uploader announces but its bytes. */
export type DroppedFile = Pick<Upload, 'organizationId' | 'dataset' | 'fileName' | 'format' | 'delivery' | 'lane'>;

const lanes = new Map<string, Upload['lane']>([
  ['district', 'DISTRICT'],
  ['state', 'STATE'],
]);
const deliveries = new Map<string, Upload['delivery']>([
  ['full', 'FULL'],
  ['delta', 'DELTA'],
]);
const formats = new Map<string, Upload['format']>([
  ['csv', 'CSV'],
  ['ndjson', 'NDJSON'],
  ['parquet', 'PARQUET'],
]);

const longestName = 200;

const formatOf = (fileName: string): Upload['format'] | undefined => {
  const plain = fileName.toLowerCase().replace(/\.gz$/, '');
  return formats.get(plain.slice(plain.lastIndexOf('.') + 1));
};

/** Reads the place of a dropped file; otherwise what is wrong with it, for the people of the state. */
export const readDropKey = (key: string): Result<DroppedFile, string> => {
  const [lane = '', delivery = '', district = '', dataset = '', fileName = '', ...more] = key
    .slice(dropPrefix.length)
    .split('/');
  const [read, whole, format] = [lanes.get(lane), deliveries.get(delivery), formatOf(fileName)];
  if (read === undefined) return refuse('the lane in its place is neither "district" nor "state"');
  if (whole === undefined) return refuse('the delivery in its place is neither "full" nor "delta"');
  if (!idPattern.test(district)) return refuse('the district in its place is not a number of an organization');
  if (!idPattern.test(dataset)) return refuse('the dataset in its place is not a name of a dataset');
  if (more.length > 0 || fileName.length > longestName) return refuse('its file name is too deep or too long');
  if (format === undefined)
    return refuse('its file name does not end in .csv, .ndjson or .parquet, with or without .gz');
  return ok({ organizationId: organizationId(district), dataset, fileName, format, delivery: whole, lane: read });
};

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

/** Why a dropped file becomes no upload, by a code, and in English for the people of the state. */
export const dropProblems = {
  DROP_LANE: 'the lane in its place is neither "district" nor "state"',
  DROP_DELIVERY: 'the delivery in its place is neither "full" nor "delta"',
  DROP_DISTRICT_NAME: 'the district in its place is not a number of an organization',
  DROP_DATASET_NAME: 'the dataset in its place is not a name of a dataset',
  DROP_FILE_NAME: 'its file name is too deep or too long',
  DROP_FORMAT: 'its file name does not end in .csv, .ndjson or .parquet, with or without .gz',
  DROP_DISTRICT: 'there is no such district',
  DROP_DATASET: 'there is no such dataset',
  DROP_TOO_LARGE: 'it is larger than 5 GB',
  DROP_LOST: 'it could not be taken up, several times',
} as const;
export type DropProblem = keyof typeof dropProblems;

export const isDropProblem = (code: string | undefined): code is DropProblem =>
  code !== undefined && Object.hasOwn(dropProblems, code);

const longestName = 200;

const formatOf = (fileName: string): Upload['format'] | undefined => {
  const plain = fileName.toLowerCase().replace(/\.gz$/, '');
  return formats.get(plain.slice(plain.lastIndexOf('.') + 1));
};

/** Reads the place of a dropped file; otherwise what is wrong with it. */
export const readDropKey = (key: string): Result<DroppedFile, DropProblem> => {
  const [lane = '', delivery = '', district = '', dataset = '', fileName = '', ...more] = key
    .slice(dropPrefix.length)
    .split('/');
  const [read, whole, format] = [lanes.get(lane), deliveries.get(delivery), formatOf(fileName)];
  if (read === undefined) return refuse('DROP_LANE');
  if (whole === undefined) return refuse('DROP_DELIVERY');
  if (!idPattern.test(district)) return refuse('DROP_DISTRICT_NAME');
  if (!idPattern.test(dataset)) return refuse('DROP_DATASET_NAME');
  if (more.length > 0 || fileName.length > longestName) return refuse('DROP_FILE_NAME');
  if (format === undefined) return refuse('DROP_FORMAT');
  return ok({ organizationId: organizationId(district), dataset, fileName, format, delivery: whole, lane: read });
};

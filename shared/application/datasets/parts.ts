import { dropPrefix } from '../../domain/dataset/dropped-file.ts';
import type { Upload } from '../../domain/dataset/state.ts';

const partsFrom = 10_000_000;
const smallestPart = 10_000_000;
const partsAtMost = 200;

/** One piece of a file on its way: where it lies and how long it must be. */
export interface Part {
  readonly number: number;
  readonly key: string;
  readonly bytes: number;
}

export const partSizeOf = (bytes: number): number => Math.max(smallestPart, Math.ceil(bytes / partsAtMost));

/**
 * How a file arrives: from 10 MB on in parts, each an object of its own with a link of its own. What has arrived is seen
 * by listing, so an interrupted upload goes on with the parts that are missing, whatever became of its sender. What the
 * state's pipeline drops is whole whatever its size.
 */
export const partsOf = ({ key, bytes }: Pick<Upload, 'key' | 'bytes'>): readonly Part[] => {
  if (bytes < partsFrom || key.startsWith(dropPrefix)) return [{ number: 1, key, bytes }];
  const size = partSizeOf(bytes);
  return Array.from({ length: Math.ceil(bytes / size) }, (_, at) => ({
    number: at + 1,
    key: `${key}/${String(at + 1).padStart(5, '0')}`,
    bytes: Math.min(size, bytes - at * size),
  }));
};

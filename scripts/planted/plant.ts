/** A test that has to notice: its project, its file, and its whole name. */
export interface Witness {
  readonly project: string;
  readonly file: string;
  readonly test: string;
}

/** A bug as it might have been written: an edit of the product's source, and who has to notice it. */
export interface Plant {
  readonly bug: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly right: string;
  readonly wrong: string;
  readonly witness: Witness;
}

/** The source with the bug in it. Throws where the source no longer says what the plant was written for. */
export const planted = (source: string, { bug, file, right, wrong }: Plant): string => {
  const times = source.split(right).length - 1;
  if (times !== 1) throw new Error(`${bug}: what it changes stands ${times} times in ${file}, not once`);
  if (right === wrong) throw new Error(`${bug}: it changes nothing`);
  return source.replace(right, () => wrong);
};

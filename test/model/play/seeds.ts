const first = Number(process.env['MODEL_SEED'] ?? 1);

/** 250 sequences in each of two files, the same in every run; MODEL_SEQUENCES asks for more, MODEL_SEED for others. */
export const seedsOf = (half: 1 | 2): readonly number[] => {
  const count = Math.ceil(Number(process.env['MODEL_SEQUENCES'] ?? 500) / 2);
  return Array.from({ length: count }, (_, index) => first + (half - 1) * count + index);
};

/** 16 sequences over HTTP; MODEL_HTTP_SEQUENCES asks for more. One costs as much as 25 in the process, which find all that is not of the wire. */
export const seedsOverHttp = (): readonly number[] =>
  Array.from({ length: Number(process.env['MODEL_HTTP_SEQUENCES'] ?? 16) }, (_, index) => first + index);

/** Ten times what two cores need for so many. */
export const millisFor = (seeds: readonly number[]): number => 60_000 + 4_000 * seeds.length;

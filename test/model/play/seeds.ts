/** 250 sequences in each of two files, the same in every run; MODEL_SEQUENCES asks for more, MODEL_SEED for others. */
export const seedsOf = (half: 1 | 2): readonly number[] => {
  const count = Math.ceil(Number(process.env['MODEL_SEQUENCES'] ?? 500) / 2);
  const first = Number(process.env['MODEL_SEED'] ?? 1) + (half - 1) * count;
  return Array.from({ length: count }, (_, index) => first + index);
};

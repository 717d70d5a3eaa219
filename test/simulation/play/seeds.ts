/** SIMULATION_SEEDS asks for more of them, SIMULATION_FIRST for others. */
const seedCount = Number(process.env['SIMULATION_SEEDS'] ?? 500);
const first = Number(process.env['SIMULATION_FIRST'] ?? 1);

/** Half of the seeds for each of two files, which run side by side. */
export const seedsOf = (half: 1 | 2): readonly number[] =>
  Array.from({ length: Math.ceil(seedCount / 2) }, (_, index) => first + 2 * index + (half - 1));

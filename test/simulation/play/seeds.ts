/** SIMULATION_SEEDS asks for more of them, SIMULATION_FIRST for others. */
const seedCount = Number(process.env['SIMULATION_SEEDS'] ?? 500);
const first = Number(process.env['SIMULATION_FIRST'] ?? 1);
const seedsInCase = 10;

/** Half of the seeds for each of two files, which run side by side; in cases that a slow machine ends in time. */
export const seedsOf = (half: 1 | 2): readonly (readonly number[])[] => {
  const all = Array.from({ length: Math.ceil(seedCount / 2) }, (_, index) => first + 2 * index + (half - 1));
  const cases = Math.ceil(all.length / seedsInCase);
  return Array.from({ length: cases }, (_, index) => all.slice(index * seedsInCase, (index + 1) * seedsInCase));
};

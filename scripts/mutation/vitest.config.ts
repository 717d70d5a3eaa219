import { defineConfig } from 'vitest/config';
import { areas } from './areas.ts';

const area = areas.find(({ name }) => name === process.env['MUTATION_AREA']);
if (area === undefined) throw new Error(`MUTATION_AREA names one of ${areas.map(({ name }) => name).join(', ')}`);

/** The tests that have to notice a change of this area: a core that every test passes through would need all of them, each time. */
export default defineConfig({
  test: { watch: false, include: [...area.tests], testTimeout: 60_000 },
});

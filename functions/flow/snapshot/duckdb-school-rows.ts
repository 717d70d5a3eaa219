import type { SchoolRows } from '../../../shared/application/ports/school-rows.ts';

/**
 * The rows of a school, taken out in this process: the files and the statements are our own. The engine is loaded with the
 * first school, since a state whose districts take part never needs it.
 */
export const duckDbSchoolRows = (): SchoolRows => ({
  extract: async (job) => {
    const { extractSchool } = await import('../../../shared/engine/extract/extract-school.ts');
    return extractSchool(job);
  },
});

import type { SchoolRows } from '../../../shared/application/ports/school-rows.ts';
import { extractSchool } from '../../../shared/engine/extract/extract-school.ts';

/** The rows of a school, taken out in this process: the files and the statements are our own. */
export const duckDbSchoolRows = (): SchoolRows => ({ extract: extractSchool });

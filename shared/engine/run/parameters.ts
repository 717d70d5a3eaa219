import type { RunParameters } from './job.ts';

/** A school year runs from 1 July to 30 June and is counted as of 1 September; it is named by the year it ends in. */
export const parametersOfYear = (reportingYear: number): RunParameters => ({
  reporting_year: reportingYear,
  as_of: `${reportingYear - 1}-09-01`,
  school_year_start: `${reportingYear - 1}-07-01`,
  school_year_end: `${reportingYear}-06-30`,
});

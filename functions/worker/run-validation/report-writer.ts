import type { RunReportWriter } from '../../../shared/application/ports/engine.ts';
import { writeReport } from '../../../shared/engine/report/write-report.ts';

/** Reports as the worker writes them, in the formats that a run may be asked for with. */
export const reportWriter = (): RunReportWriter => ({
  write: async (format, header, results, findingsFile, target) => {
    if (format === 'pdf') throw new Error('runs are not asked for in pdf');
    await writeReport({ format, header, results, findingsFile, target });
  },
});

import type { RunReportWriter } from '../../../shared/application/ports/engine.ts';
import { writeReport } from '../../../shared/engine/report/write-report.ts';

/** Reports as the worker writes them. */
export const reportWriter = (): RunReportWriter => ({
  write: async (format, header, results, findingsFile, target, cause) => {
    await writeReport({ format, header, results, findingsFile, target, cause });
  },
});

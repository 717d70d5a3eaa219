import type { ReportWriter } from '../../../shared/application/ports/engine.ts';
import { writeReport } from '../../../shared/engine/report/write-report.ts';

/** Reports as the worker writes them. Formats that only come with a later engine are refused by the contract. */
export const reportWriter = (): ReportWriter => ({
  write: async (format, header, results, findingsFile, target) => {
    if (format === 'xlsx' || format === 'pdf') throw new Error(`reports in ${format} cannot be written yet`);
    await writeReport({ format, header, results, findingsFile, target });
  },
});

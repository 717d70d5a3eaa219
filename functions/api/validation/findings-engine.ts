import type { ReportWriter } from '../../../shared/application/ports/engine.ts';
import type { FindingsReader } from '../../../shared/application/ports/findings-reader.ts';
import { openFindings } from '../../../shared/engine/findings/findings.ts';
import { writeReport } from '../../../shared/engine/report/write-report.ts';
import { writeRows } from '../../../shared/engine/report/write-rows.ts';
import { writeTables } from '../../../shared/engine/report/write-tables.ts';

/** Reads findings in this process: they are our own files, never a rule's SQL. */
export const findingsReader = (): FindingsReader => ({
  read: async (file, wish) => {
    const findings = await openFindings(file);
    try {
      return await findings.page(wish);
    } finally {
      findings.close();
    }
  },
});

/** Reports in the formats that the contract offers. */
export const reportWriter = (): ReportWriter => ({
  write: async (format, header, results, findingsFile, target, cause) => {
    const report = { header, results, findingsFile, target, cause };
    if (format === 'parquet') await writeRows(report);
    else await writeReport({ ...report, format });
  },
  writeTables,
});

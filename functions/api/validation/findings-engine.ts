import type { ReportWriter } from '../../../shared/application/ports/engine.ts';
import type { FindingsReader } from '../../../shared/application/ports/findings-reader.ts';
import type { ReportFormat } from '../../../shared/domain/validation-run/state.ts';
import { openFindings } from '../../../shared/engine/findings/findings.ts';
import { type EngineReportFormat, writeReport } from '../../../shared/engine/report/write-report.ts';
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

const written = (format: ReportFormat): EngineReportFormat => {
  if (format === 'pdf') throw new Error('reports in pdf are not in the contract');
  return format;
};

/** Reports in the formats that the contract offers. */
export const reportWriter = (): ReportWriter => ({
  write: async (format, header, results, findingsFile, target) => {
    await writeReport({ format: written(format), header, results, findingsFile, target });
  },
  writeTables: (format, header, tables, target) => writeTables(written(format), header, tables, target),
});

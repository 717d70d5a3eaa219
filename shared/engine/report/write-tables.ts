import type { Findings, FindingRow } from '../findings/findings.ts';
import type { ReportedRule, ReportHeader } from './report.ts';
import { type EngineReportFormat, renderReport } from './write-report.ts';

export interface ReportTable {
  readonly dataset: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly FindingRow[];
}

const listed = ({ dataset, title, columns, rows }: ReportTable): ReportedRule => ({
  dataset,
  ruleCode: dataset,
  ruleName: title,
  severity: 'INFO',
  outcome: 'LISTED',
  count: rows.length,
  rowsKept: rows.length,
  columns,
  problem: null,
});

const rowsOf = (tables: readonly ReportTable[]): Pick<Findings, 'rowTexts'> => ({
  rowTexts: async function* (code) {
    const rows = tables.find(({ dataset }) => dataset === code)?.rows ?? [];
    yield rows.map((row) => JSON.stringify(row));
  },
});

/** A report of tables that are at hand already: laid out as the report of a run that only lists. */
export const writeTables = async (
  format: EngineReportFormat,
  header: ReportHeader,
  tables: readonly ReportTable[],
  target: string,
): Promise<void> => {
  await renderReport({ format, header, results: tables.map(listed), target }, rowsOf(tables));
};

import { openFindings } from '../findings/findings.ts';
import { reportedRules } from './reported-rules.ts';
import { toldRule } from './write-json.ts';
import type { WriteReport } from './write-report.ts';

/**
 * The rows of one rule as Parquet. A line that is none of them cannot stand in a table of typed columns: that only the first
 * are kept, and all else that the JSON report tells, stands beside them in the file's metadata, under `report`.
 */
export const writeRows = async ({
  header,
  results,
  findingsFile,
  target,
  cause,
}: Omit<WriteReport, 'format'>): Promise<void> => {
  const findings = await openFindings(findingsFile, [target]);
  try {
    const [rule] = await reportedRules(findings, results, cause);
    const report = JSON.stringify({ header, results: rule === undefined ? [] : [toldRule(rule)] });
    await findings.copyRows(rule?.ruleCode ?? '', cause, { columns: rule?.columns ?? [], report, target });
  } finally {
    findings.close();
  }
};

import { parsedRow } from '../findings/findings.ts';
import { csvLine } from './csv-cell.ts';
import type { ReportWriter } from './report.ts';
import { keptText, severityLabels } from './wording.ts';

const ownColumns = ['Rule Code', 'Severity', 'Rule'];

/**
 * All rows of all rules as one table: a column that several rules have stands once, in the order of first appearance.
 * Without a byte order mark, so that the first column is called what it is called.
 * Where not all rows of a rule are kept, a line after them says so, with as many cells as any other: a line of another
 * form or one more column would break whoever reads the file by its columns.
 */
export const writeCsv: ReportWriter = async function* ({ results }, findings) {
  const columns = [...new Set(results.flatMap((rule) => rule.columns))];
  yield csvLine([...ownColumns, ...columns]);
  for (const rule of results) {
    const { ruleCode, ruleName, severity, count } = rule;
    if (count === 0) continue;
    for await (const texts of findings.rowTexts(ruleCode)) {
      const lines = texts.map((text) => {
        const row = parsedRow(text);
        return csvLine([ruleCode, severityLabels[severity], ruleName, ...columns.map((column) => row[column] ?? null)]);
      });
      yield lines.join('');
    }
    const cut = keptText(rule);
    if (cut !== null)
      yield csvLine([ruleCode, severityLabels[severity], `${ruleName}. ${cut}`, ...columns.map(() => null)]);
  }
};

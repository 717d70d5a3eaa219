import { type Cell, type Findings, parsedRow } from '../../findings/findings.ts';
import type { ReportedRule, ReportHeader, ReportWriter } from '../report.ts';
import { outcomeText, severityLabels, timeText } from '../wording.ts';
import { rowXml, sheetEnd, sheetHead, sheetRows } from './sheet.ts';
import { type Sheet, workbookEntries } from './workbook.ts';
import { zip } from '../zip.ts';

const summary = async function* (header: ReportHeader, results: readonly ReportedRule[]): AsyncGenerator<string> {
  const facts: readonly (readonly Cell[])[] = [
    [header.title],
    ['District', header.districtName],
    ...(header.schoolName === null ? [] : [['School', header.schoolName]]),
    ['Data', header.dataName],
    ['Time', timeText(header.generatedAt, header.timeZone)],
    [],
  ];
  yield sheetHead(0);
  yield facts.map((cells, at) => rowXml(at + 1, cells, at === 0)).join('');
  const titles = ['Dataset', 'Rule Code', 'Rule', 'Severity', '# of Records', 'Result'];
  yield rowXml(facts.length + 1, titles, true);
  yield results
    .map((rule, at) => {
      const { dataset, ruleCode, ruleName, severity, count, problem } = rule;
      const records = problem === null ? count : null;
      const cells = [dataset, ruleCode, ruleName, severityLabels[severity], records, outcomeText(rule)];
      return rowXml(facts.length + 2 + at, cells);
    })
    .join('');
  yield sheetEnd;
};

/** The rows of one rule are read once, over all the sheets they fill. */
const rowsOf = async function* (
  rule: ReportedRule,
  findings: Pick<Findings, 'rowTexts'>,
): AsyncGenerator<readonly Cell[]> {
  for await (const texts of findings.rowTexts(rule.ruleCode)) {
    for (const text of texts) {
      const row = parsedRow(text);
      yield rule.columns.map((column) => row[column] ?? null);
    }
  }
};

const batch = 500;

const ruleSheet = async function* (
  columns: readonly string[],
  rows: AsyncGenerator<readonly Cell[]>,
  rowsASheet: number,
): AsyncGenerator<string> {
  yield sheetHead(1);
  let pieces = [rowXml(1, columns, true)];
  for (let number = 2; number <= rowsASheet + 1; number += 1) {
    const next = await rows.next();
    if (next.done === true) break;
    pieces.push(rowXml(number, next.value));
    if (pieces.length < batch) continue;
    yield pieces.join('');
    pieces = [];
  }
  yield pieces.join('') + sheetEnd;
};

const ruleSheets = (rule: ReportedRule, findings: Pick<Findings, 'rowTexts'>, rowsASheet: number): readonly Sheet[] => {
  const rows = rowsOf(rule, findings);
  return Array.from({ length: Math.ceil(rule.rowsKept / rowsASheet) }, () => ({
    title: rule.ruleCode,
    content: ruleSheet(rule.columns, rows, rowsASheet),
  }));
};

/** A workbook with the summary and a sheet for each rule that found rows; more than a sheet holds goes on in the next. */
export const xlsxWriter =
  (rowsASheet = sheetRows - 1): ReportWriter =>
  ({ header, results }, findings) =>
    zip(
      workbookEntries([
        { title: 'Summary', content: summary(header, results) },
        ...results.filter(({ count }) => count > 0).flatMap((rule) => ruleSheets(rule, findings, rowsASheet)),
      ]),
    );

import type { PrintedTable } from '../../application/ports/printer.ts';
import { type Cell, type Findings, parsedRow } from '../findings/findings.ts';
import { cellText } from './html-text.ts';
import type { Report, ReportedRule, ReportWriter } from './report.ts';
import { countText, outcomeText, severityLabels, timeText } from './wording.ts';

/** Paper is for reading: the first rows and columns of a rule, as much of a text as a row has room for. */
const rowsARule = 1_000;
/** Together: so many take the page writer seven seconds of a processor and half a gigabyte. */
const cellsInReport = 60_000;
const columnsAcross = 12;
const charactersACell = 200;

// No letter shows these, and a row is one line of thought: breaks become blanks.
const unprintable = /[\p{Cc}\p{Surrogate}\u2028\u2029]+/gu;

const printedText = (cell: Cell): string => {
  const text = cellText(cell).replaceAll(unprintable, ' ');
  return text.length > charactersACell ? `${text.slice(0, charactersACell - 1).trimEnd()}…` : text;
};

const widest = (title: string, texts: readonly string[]): number => {
  const longest = texts.reduce((length, text) => Math.max(length, text.length), title.length);
  return Math.min(Math.max(longest, 6), 40);
};

const summaryOf = (results: readonly ReportedRule[]): PrintedTable => ({
  heading: 'Summary',
  whenEmpty: 'No rule was run.',
  columns: [
    { title: 'Rule', width: 40 },
    { title: 'Dataset', width: 22 },
    { title: 'Severity', width: 14 },
    { title: '# of Records', width: 12 },
    { title: 'Result', width: 30 },
  ],
  rows: results.map((rule) => [
    printedText(`${rule.ruleCode} ${rule.ruleName}`),
    printedText(rule.dataset),
    severityLabels[rule.severity],
    rule.problem === null ? countText(rule.count) : '',
    printedText(outcomeText(rule)),
  ]),
});

const firstRows = async (
  { ruleCode, columns }: ReportedRule,
  most: number,
  findings: Pick<Findings, 'rowTexts'>,
): Promise<readonly (readonly string[])[]> => {
  const rows: (readonly string[])[] = [];
  if (most === 0) return rows;
  for await (const texts of findings.rowTexts(ruleCode)) {
    for (const text of texts.slice(0, most - rows.length)) {
      const row = parsedRow(text);
      rows.push(columns.slice(0, columnsAcross).map((column) => printedText(row[column] ?? null)));
    }
    if (rows.length === most) break;
  }
  return rows;
};

/** What is on the page and what is not, before anybody takes the page for the whole. */
const headingOf = (rule: ReportedRule, shown: number): string => {
  const { ruleCode, ruleName, severity, count, rowsKept, columns } = rule;
  const inCsv = rowsKept < count ? `the first ${countText(rowsKept)}` : 'all';
  const parts = [
    ...(shown < count ? [`the first ${countText(shown)} shown, ${inCsv} in CSV`] : []),
    ...(columns.length > columnsAcross ? [`${columnsAcross} of ${columns.length} columns`] : []),
  ];
  const told = [severityLabels[severity], `${countText(count)} records`, ...parts].join(', ');
  return `${printedText(`${ruleCode} ${ruleName}`)} (${told})`;
};

const tableOf = (rule: ReportedRule, rows: readonly (readonly string[])[]): PrintedTable => ({
  heading: headingOf(rule, rows.length),
  whenEmpty: 'The CSV report holds all that were kept.',
  columns: rule.columns.slice(0, columnsAcross).map((column, at) => {
    const title = printedText(column);
    return {
      title,
      width: widest(
        title,
        rows.map((row) => row[at] ?? ''),
      ),
    };
  }),
  rows,
});

const factsOf = ({ header }: Report): readonly (readonly [string, string])[] => [
  ['District', header.districtName],
  ...(header.schoolName === null ? [] : [['School', header.schoolName] as const]),
  ['Data', header.dataName],
  ['Time', timeText(header.generatedAt, header.timeZone)],
];

/** The summary and the first rows of each rule as a tagged PDF. */
export const writePdf: ReportWriter = async function* (report, findings) {
  const { printPdf } = await import('./print/print-pdf.ts');
  const tables: PrintedTable[] = [];
  let left = cellsInReport;
  for (const rule of report.results) {
    if (rule.count === 0) continue;
    const across = Math.min(Math.max(rule.columns.length, 1), columnsAcross);
    const rows = await firstRows(rule, Math.min(rowsARule, Math.floor(left / across)), findings);
    left -= rows.length * across;
    tables.push(tableOf(rule, rows));
  }
  const { title, generatedAt: asOf } = report.header;
  yield await printPdf({ title, asOf, facts: factsOf(report), tables: [summaryOf(report.results), ...tables] });
};

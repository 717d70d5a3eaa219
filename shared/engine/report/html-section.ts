import { visibleValue } from '../../kernel/visible-text.ts';
import { type Cell, type Findings, parsedRow } from '../findings/findings.ts';
import { cellText, htmlText, jsonInScript } from './html-text.ts';
import type { ReportedRule } from './report.ts';
import { countText, keptText, severityLabels } from './wording.ts';

/** Rows that stand in the page itself: more make a browser slow (100,000 take it 14 seconds). */
const rowsInPage = 1_000;
/** Rows that one page carries at all; a spreadsheet is the place for more. */
const rowsInReport = 100_000;

const cellHtml = (cell: Cell): string =>
  `<td${typeof cell === 'number' ? ' class="number"' : ''}>${htmlText(cellText(cell))}</td>`;

const rowHtml = (cells: readonly Cell[]): string => `<tr>${cells.map(cellHtml).join('')}</tr>\n`;

/** What to correct first: the rows by what is behind them. A list, so that the one table of a rule is that of its rows. */
const causesList = ({ causes = [], causeColumn, rowsKept }: ReportedRule): string => {
  if (causes.length === 0) return '';
  const others = causes.reduce((left, cause) => left - cause.count, rowsKept);
  const counts = [
    ...causes.map(({ cause, count: records }) => [cause === '' ? 'No value' : cause, records] as const),
    ...(others > 0 ? [['All others', others] as const] : []),
  ];
  const line = ([cause, records]: readonly [string, number]): string =>
    `<li><bdi>${htmlText(cause)}</bdi>: ${countText(records)}</li>\n`;
  return `<p># of Records by ${htmlText(causeColumn ?? '')}:</p>
<ul>
${counts.map(line).join('')}</ul>
`;
};

const opening = (rule: ReportedRule, id: string): string => {
  const heading = htmlText(`${rule.ruleCode} ${rule.ruleName}`);
  const message = rule.message === undefined ? '' : `<p>${htmlText(rule.message)}</p>\n`;
  const columns = rule.columns.map((column) => `<th scope="col">${htmlText(column)}</th>`).join('');
  return `<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${heading}</h2>
${message}<p>${severityLabels[rule.severity]}, ${countText(rule.count)} records in ${htmlText(rule.dataset)}. <a class="back" href="#summary">Back to summary</a></p>
${causesList(rule)}<div class="rows" role="region" aria-labelledby="${id}-heading" tabindex="0">
<table id="${id}-table">
<caption>${heading}</caption>
<thead><tr>${columns}</tr></thead>
<tbody>
`;
};

const pager = (
  id: string,
  shown: number,
): string => `<p class="pager" hidden data-table="${id}-table" data-rest="${id}-rest" data-rows="${shown}">
<button type="button">Previous rows</button> <button type="button">Next rows</button> <span role="status"></span></p>
`;

const closing = (rule: ReportedRule, id: string, written: number): string => {
  const shown = Math.min(written, rowsInReport);
  const more = written > rowsInPage;
  const inPage = more ? `<noscript>The first ${countText(rowsInPage)} records are shown.</noscript> ` : '';
  const cut = shown < rule.count ? `This page holds ${countText(shown)} of ${countText(rule.count)} records. ` : '';
  const kept = keptText(rule);
  const lost = kept === null ? '' : `${kept} `;
  const note = inPage + cut === '' ? '' : `<p>${inPage}${cut}${lost}The CSV report holds all that were kept.</p>\n`;
  return `${more ? pager(id, shown) : ''}${note}<p class="back"><a href="#summary">Back to summary</a></p>\n</section>\n`;
};

/** One rule with its rows: the first as a table, the others as JSON beside it. */
export const ruleSection = async function* (
  rule: ReportedRule,
  id: string,
  findings: Pick<Findings, 'rowTexts'>,
): AsyncGenerator<string> {
  yield opening(rule, id);
  let written = 0;
  for await (const texts of findings.rowTexts(rule.ruleCode)) {
    const pieces: string[] = [];
    for (const text of texts) {
      if (written < rowsInReport) {
        const row = parsedRow(text);
        const cells = rule.columns.map((column) => row[column] ?? null);
        if (written === rowsInPage) pieces.push(tableEnd, `<script type="application/json" id="${id}-rest">[\n`);
        if (written < rowsInPage) pieces.push(rowHtml(cells));
        else pieces.push(written === rowsInPage ? '' : ',\n', jsonInScript(cells.map(visibleValue)));
      }
      written += 1;
    }
    yield pieces.join('');
  }
  yield written > rowsInPage ? '\n]</script>\n' : tableEnd;
  yield closing(rule, id, written);
};

const tableEnd = '</tbody>\n</table>\n</div>\n';

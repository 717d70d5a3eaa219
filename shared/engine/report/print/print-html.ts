import { createHash } from 'node:crypto';
import type { Printable, PrintedCell, PrintedTable } from '../../../application/ports/printer.ts';
import { cellText, htmlText } from '../html-text.ts';
import { pageStyle } from '../page-style.ts';

const styleHash = `'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`;

/** Nothing runs, nothing is loaded, nothing is sent; only the page's own style counts. */
const printedPagePolicy = `default-src 'none'; style-src ${styleHash}; base-uri 'none'; form-action 'none'`;

const cellHtml = (cell: PrintedCell, index: number): string => {
  if (index === 0) return `<th scope="row">${htmlText(cellText(cell))}</th>`;
  return `<td${typeof cell === 'number' ? ' class="number"' : ''}>${htmlText(cellText(cell))}</td>`;
};

const rowsHtml = ({ heading, columns, rows }: PrintedTable, id: string): string => `<div class="rows" role="region" \
aria-labelledby="${id}" tabindex="0">
<table>
<caption>${htmlText(heading)}</caption>
<thead><tr>${columns.map(({ title }) => `<th scope="col">${htmlText(title)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>\n`).join('')}</tbody>
</table>
</div>`;

const section = (table: PrintedTable, index: number): string => {
  const id = `section-${index + 1}`;
  const content = table.rows.length === 0 ? `<p>${htmlText(table.whenEmpty)}</p>` : rowsHtml(table, id);
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${htmlText(table.heading)}</h2>\n${content}\n</section>\n`;
};

/** One self-contained, accessible page without any script. All text is escaped. */
export const printHtml = ({ title, facts, tables }: Printable): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${printedPagePolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<h1>${htmlText(title)}</h1>
<dl>
${facts.map(([name, value]) => `<dt>${htmlText(name)}</dt><dd>${htmlText(value)}</dd>\n`).join('')}</dl>
</header>
<main id="content">
${tables.map(section).join('')}</main>
</body>
</html>
`;

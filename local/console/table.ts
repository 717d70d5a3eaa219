import { html, type Markup } from '../http/markup.ts';

/** Rows of any fields as a table under a heading: a column for every field that has a value in some row. */
export function table(heading: string, rows: readonly object[]): Markup {
  const records = rows.map((row) => new Map<string, unknown>(Object.entries(row)));
  const columns = [
    ...new Set(records.flatMap((record) => [...record].filter(([, value]) => !isEmpty(value)).map(([name]) => name))),
  ];
  if (columns.length === 0) return html`<h2>${heading}</h2><p class="note">None.</p>`;
  return html`<h2>${heading} (${rows.length})</h2>
<table>
<thead><tr>${columns.map((name) => html`<th scope="col">${words(name)}</th>`)}</tr></thead>
<tbody>
${records.map((record) => html`<tr>${columns.map((name) => html`<td>${cell(record.get(name))}</td>`)}</tr>`)}
</tbody>
</table>`;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const cell = (value: unknown): string => {
  if (isEmpty(value)) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** `startDate` -> `start date` */
const words = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

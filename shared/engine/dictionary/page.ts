import { type ColumnDeclaration, type ColumnType, type DatasetDeclaration, schoolLinks } from '../declaration.ts';
import { htmlText } from '../report/html-text.ts';
import { pageStyle } from '../report/page-style.ts';

const typeWords: Readonly<Record<ColumnType, string>> = {
  string: 'Text of at most 4,000 characters',
  integer: 'Whole number of at most 15 digits',
  decimal: 'Number with at most 12 digits before and 6 after the point',
  boolean: 'true or false',
  date: 'Date as YYYY-MM-DD',
  timestamp: 'Moment as YYYY-MM-DDThh:mm:ss with its offset from UTC',
};

// Codes of Ed-Fi are addresses: what a person looks for stands after the hash.
const codeText = (code: string): string => {
  const [, word] = code.split('#');
  return word === undefined ? htmlText(code) : `${htmlText(word)} <small>${htmlText(code)}</small>`;
};

const codesOf = ({ codes }: ColumnDeclaration): string =>
  codes === undefined
    ? ''
    : `<details><summary>${codes.length} codes</summary><ul>${codes.map((code) => `<li>${codeText(code)}</li>`).join('')}</ul></details>`;

const rowOf = (column: ColumnDeclaration, isKey: boolean): string => `<tr>
<th scope="row">${htmlText(column.name)}</th>
<td>${typeWords[column.type]}</td>
<td>${column.required ? 'Required' : 'Optional'}${isKey ? ', part of the key' : ''}</td>
<td>${htmlText(column.description ?? '')}${codesOf(column)}</td>
</tr>`;

const schoolOf = (declaration: DatasetDeclaration): string => {
  const { schoolColumn } = declaration;
  if (schoolColumn !== null) return `The school in ${htmlText(schoolColumn)}`;
  const ways = schoolLinks(declaration).map(({ dataset, column }) => `${htmlText(column)} in ${htmlText(dataset)}`);
  return ways.length === 0 ? 'The district' : `The schools of the same ${ways.join(' or ')}`;
};

/** The data dictionary of one dataset as a page of its own: readable without script, on paper and aloud. */
export const dictionaryPage = (declaration: DatasetDeclaration): string => {
  const { name, version, title, columns, key, retired } = declaration;
  const heading = `${htmlText(title)} (${htmlText(name)})`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
<dl>
<dt>Version</dt><dd>${version}${retired === true ? ' (retired: nothing is delivered to it any more)' : ''}</dd>
<dt>Key</dt><dd>${key.map(htmlText).join(', ')}</dd>
<dt>Rows belong to</dt><dd>${schoolOf(declaration)}</dd>
</dl>
<div class="rows" tabindex="0" role="region" aria-label="Columns">
<table>
<caption>Columns</caption>
<thead><tr><th scope="col">Column</th><th scope="col">Value</th><th scope="col">Needed</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${columns.map((column) => rowOf(column, key.includes(column.name))).join('\n')}
</tbody>
</table>
</div>
</main>
</body>
</html>
`;
};

import { createHash } from 'node:crypto';
import { ruleSection } from './html-section.ts';
import { htmlText } from './html-text.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import type { ReportedRule, ReportHeader, ReportWriter } from './report.ts';
import { countText, outcomeText, severityLabels, timeText } from './wording.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

// S3 sends no such header, so the page brings its own. Only this script and this style run, and nothing is loaded.
const policy = `default-src 'none'; script-src ${hashOf(pageScript)}; style-src ${hashOf(pageStyle)}; base-uri 'none'; form-action 'none'`;

const head = ({ title, districtName, schoolName, dataName, generatedAt, timeZone }: ReportHeader): string => {
  const school = schoolName === null ? '' : `<dt>School</dt><dd>${htmlText(schoolName)}</dd>\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title)}, ${htmlText(districtName)}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#summary">Skip to the summary</a>
<header>
<h1>${htmlText(title)}</h1>
<dl>
<dt>District</dt><dd>${htmlText(districtName)}</dd>
${school}<dt>Data</dt><dd>${htmlText(dataName)}</dd>
<dt>Time</dt><dd><time datetime="${htmlText(generatedAt)}">${htmlText(timeText(generatedAt, timeZone))}</time></dd>
</dl>
</header>
<main>
`;
};

const summaryRow = (rule: ReportedRule, id: string): string => {
  const name = htmlText(`${rule.ruleCode} ${rule.ruleName}`);
  const linked = rule.count > 0 ? `<a href="#${id}">${name}</a>` : name;
  const count = rule.problem === null ? countText(rule.count) : '';
  return `<tr><th scope="row">${htmlText(rule.dataset)}</th><td>${linked}</td><td>${severityLabels[rule.severity]}</td>\
<td class="number">${count}</td><td>${htmlText(outcomeText(rule))}</td></tr>\n`;
};

const summary = (
  rules: readonly (readonly [ReportedRule, string])[],
): string => `<section id="summary" aria-labelledby="summary-heading">
<h2 id="summary-heading">Summary</h2>
<div class="rows" role="region" aria-labelledby="summary-heading" tabindex="0">
<table>
<caption>Results by rule</caption>
<thead><tr><th scope="col">Dataset</th><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col"># of Records</th><th scope="col">Result</th></tr></thead>
<tbody>
${rules.map(([rule, id]) => summaryRow(rule, id)).join('')}</tbody>
</table>
</div>
</section>
`;

/**
 * One self-contained, accessible page: header, summary, one section for each rule that found rows. All text is escaped;
 * it can be read, printed and heard without its script.
 */
export const writeHtml: ReportWriter = async function* ({ header, results }, findings) {
  const rules = results.map((rule, index) => [rule, `rule-${index + 1}`] as const);
  yield head(header);
  yield summary(rules);
  for (const [rule, id] of rules) {
    if (rule.count > 0) yield* ruleSection(rule, id, findings);
  }
  yield `</main>\n<script>${pageScript}</script>\n</body>\n</html>\n`;
};

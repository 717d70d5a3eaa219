import type { ReportedRule, ReportWriter } from './report.ts';

/** `{header, results: [{...rule, rows: [{column: value}]}]}`, all rows that the run kept. */
export const writeJson: ReportWriter = async function* ({ header, results }, findings) {
  yield `{"header":${JSON.stringify(header)},"results":[`;
  let between = '';
  for (const rule of results) {
    yield `${between}${JSON.stringify(toldRule(rule)).slice(0, -1)},"rows":[`;
    between = ',\n';
    let comma = '\n';
    if (rule.count > 0) {
      for await (const texts of findings.rowTexts(rule.ruleCode)) {
        yield comma + texts.join(',\n');
        comma = ',\n';
      }
    }
    yield ']}';
  }
  yield ']}\n';
};

// Named one by one: a result may carry more than a report tells, such as how long the rule took.
/** A rule as a program reads of it. */
export const toldRule = ({
  dataset,
  ruleCode,
  ruleName,
  severity,
  outcome,
  count,
  rowsKept,
  columns,
  problem,
  message,
  causes,
}: ReportedRule) => ({
  dataset,
  ruleCode,
  ruleName,
  severity,
  message,
  outcome,
  problem,
  count,
  rowsKept,
  columns,
  causes,
});

import { join } from 'node:path';
import * as z from 'zod';
import type { DatasetDeclaration } from '../../shared/engine/declaration.ts';
import { openFindings, parsedRow } from '../../shared/engine/findings/findings.ts';
import type { RunJob } from '../../shared/engine/run/job.ts';
import { parametersOfYear } from '../../shared/engine/run/parameters.ts';
import { quotedName, quotedText, textList } from '../../shared/engine/sandbox/sql-text.ts';
import { declarations } from '../district/declarations.ts';
import type { District } from '../district/files.ts';
import { ruleSet } from '../district/rules/rule-set.ts';
import { type SetRule, tunedSql } from '../district/rules/set-rule.ts';
import { type Answers, Fingerprint, keyText } from '../oracle/fingerprint.ts';

export const reportingYear = 2022;

/** As the worker gives them to a run. */
const limits = { memoryMb: 512, threads: 2, secondsPerRule: 60, secondsPerRun: 180, rowsPerRule: 1_000_000 };

export type Form = 'tuned' | 'asWritten';

const sqlIn = (form: Form, rule: SetRule): string => (form === 'tuned' ? tunedSql(rule) : rule.asWritten);

/** The run a worker would get for this district, its work in `folder`. */
export const jobOf = (
  district: District,
  form: Form,
  folder: string,
  change: Partial<RunJob['limits']> = {},
): RunJob => ({
  workFolder: join(folder, crypto.randomUUID()),
  datasets: declarations.map((declaration) => ({ declaration, files: [district.path(declaration.name, 'sorted')] })),
  schoolId: null,
  parameters: parametersOfYear(reportingYear),
  rules: ruleSet.map((rule, order) => ({
    ...rule,
    sql: sqlIn(form, rule),
    kind: 'FINDINGS',
    message: rule.name,
    order,
  })),
  limits: { ...limits, ...change },
});

const certification = (): string => {
  const { reporting_year, ...dates } = parametersOfYear(reportingYear);
  const columns = Object.entries(dates).map(([name, date]) => `CAST(${quotedText(date)} AS DATE) AS ${name}`);
  return `CREATE VIEW certification AS SELECT ${reporting_year} AS reporting_year, ${columns.join(', ')}`;
};

const viewsOf = (district: District, form: 'sorted' | 'parquet'): readonly string[] => [
  ...declarations.map(
    ({ name }) => `CREATE VIEW ${quotedName(name)} AS FROM read_parquet(${textList([district.path(name, form)])})`,
  ),
  certification(),
];

/** The limit: the same SQL through the same engine, nothing around it. */
export const bareWork = (district: District, form: Form, files: 'sorted' | 'parquet' = 'sorted') => ({
  settings: {
    threads: String(limits.threads),
    memory_limit: `${limits.memoryMb}MB`,
    temp_directory: join(district.folder, 'spill'),
  },
  views: viewsOf(district, files),
  rules: ruleSet.map((rule) => ({ code: rule.code, key: rule.key, sql: sqlIn(form, rule) })),
  withKeys: false,
});

const columnsRead = ({ columns }: DatasetDeclaration, sql: string): readonly string[] =>
  columns.map(({ name }) => name).filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(sql));

/** What cannot be avoided: every column that a rule names, scanned once for that rule and hashed. */
export const scanWork = (district: District) => ({
  ...bareWork(district, 'tuned'),
  rules: ruleSet.map((rule) => {
    const sums = rule.datasets.map((dataset) => {
      const declaration = declarations.find(({ name }) => name === dataset);
      const columns = declaration === undefined ? [] : columnsRead(declaration, tunedSql(rule));
      return `SELECT sum(hash(${columns.map(quotedName).join(', ') || '0'})) AS total FROM ${quotedName(dataset)}`;
    });
    return { code: rule.code, key: rule.key, sql: sums.join(' UNION ALL ') };
  }),
});

const countSchema = z.object({ count: z.int(), fingerprint: z.string() });
export const answersSchema = z.record(z.string(), countSchema);

/** What a findings file holds, told as the oracle tells it. */
export const answersIn = async (findingsFile: string): Promise<Answers> => {
  const findings = await openFindings(findingsFile);
  try {
    const answers: Record<string, ReturnType<Fingerprint['found']>> = {};
    for (const { code, key } of ruleSet) {
      const found = new Fingerprint();
      for await (const texts of findings.rowTexts(code))
        for (const text of texts) {
          const row = parsedRow(text);
          found.add(keyText(key.map((column) => row[column])));
        }
      answers[code] = found.found();
    }
    return answers;
  } finally {
    findings.close();
  }
};

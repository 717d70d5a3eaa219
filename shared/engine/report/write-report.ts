import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { type Findings, openFindings } from '../findings/findings.ts';
import type { Report, ReportedRule, ReportWriter } from './report.ts';
import { writeCsv } from './write-csv.ts';
import { writeHtml } from './write-html.ts';
import { writeJson } from './write-json.ts';
import { writePdf } from './write-pdf.ts';
import { xlsxWriter } from './xlsx/write-xlsx.ts';

const writers = {
  html: writeHtml,
  csv: writeCsv,
  json: writeJson,
  xlsx: xlsxWriter(),
  pdf: writePdf,
} satisfies Record<string, ReportWriter>;

export type EngineReportFormat = keyof typeof writers;

interface Rendering extends Report {
  readonly format: EngineReportFormat;
  /** Where the report goes; replaced when it exists. */
  readonly target: string;
}

export interface WriteReport extends Rendering {
  readonly findingsFile: string;
  /** Only rows with this cause. */
  readonly cause?: string | undefined;
}

interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

/** Renders rows wherever they come from. */
export const renderReport = async (
  { format, target, ...report }: Rendering,
  findings: Pick<Findings, 'rowTexts'>,
): Promise<Written> => {
  const hash = createHash('sha256');
  let bytes = 0;
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for await (const written of writers[format](report, findings)) {
      const piece = Buffer.from(written);
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  };
  await writeFile(target, pieces());
  return { bytes, sha256: hash.digest('hex') };
};

const isCounted = ({ causeColumn, count }: ReportedRule): boolean => (causeColumn ?? null) !== null && count > 0;

const withCauses = async (findings: Findings, rules: readonly ReportedRule[]): Promise<readonly ReportedRule[]> => {
  const counted = rules.filter(isCounted).map(({ ruleCode }) => ruleCode);
  const causes = counted.length === 0 ? {} : await findings.causes(counted);
  return rules.map((rule) => ({ ...rule, causes: causes[rule.ruleCode] }));
};

/** The rule as if it had found nothing but the rows with one cause. */
const only = async (findings: Findings, rule: ReportedRule, cause: string): Promise<ReportedRule> => {
  const { total } = await findings.page({ ruleCode: rule.ruleCode, cause, offset: 0, limit: 0 });
  return { ...rule, count: total };
};

/** Renders the findings of one run. The same findings and header give the same bytes. Memory does not grow with the rows. */
export const writeReport = async ({ findingsFile, cause, ...rendering }: WriteReport): Promise<Written> => {
  const findings = await openFindings(findingsFile);
  try {
    const { results } = rendering;
    if (cause === undefined)
      return await renderReport({ ...rendering, results: await withCauses(findings, results) }, findings);
    const ofCause = await Promise.all(results.map((rule) => only(findings, rule, cause)));
    const rowTexts = (code: string) => findings.rowTexts(code, cause);
    return await renderReport({ ...rendering, results: ofCause }, { rowTexts });
  } finally {
    findings.close();
  }
};

import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { type Findings, openFindings } from '../findings/findings.ts';
import type { Report, ReportWriter, RuleOfRun } from './report.ts';
import { reportedRules } from './reported-rules.ts';
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

export interface WriteReport extends Omit<Rendering, 'results'> {
  readonly results: readonly RuleOfRun[];
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

/** Renders the findings of one run. The same findings and header give the same bytes. Memory does not grow with the rows. */
export const writeReport = async ({ findingsFile, cause, ...rendering }: WriteReport): Promise<Written> => {
  const findings = await openFindings(findingsFile);
  try {
    const results = await reportedRules(findings, rendering.results, cause);
    const rowTexts = (code: string) => findings.rowTexts(code, cause);
    return await renderReport({ ...rendering, results }, { rowTexts });
  } finally {
    findings.close();
  }
};

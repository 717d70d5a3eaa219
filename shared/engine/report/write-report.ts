import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { openFindings } from '../findings/findings.ts';
import type { Report, ReportWriter } from './report.ts';
import { writeCsv } from './write-csv.ts';
import { writeHtml } from './write-html.ts';
import { writeJson } from './write-json.ts';

const writers = { html: writeHtml, csv: writeCsv, json: writeJson } satisfies Record<string, ReportWriter>;

export type EngineReportFormat = keyof typeof writers;

export interface WriteReport extends Report {
  readonly format: EngineReportFormat;
  readonly findingsFile: string;
  /** Where the report goes; replaced when it exists. */
  readonly target: string;
}

/** Renders the findings of one run. The same findings and header give the same bytes. Memory does not grow with the rows. */
export const writeReport = async ({
  format,
  findingsFile,
  target,
  ...report
}: WriteReport): Promise<{ readonly bytes: number; readonly sha256: string }> => {
  const findings = await openFindings(findingsFile);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    const pieces = async function* (): AsyncGenerator<Buffer> {
      for await (const text of writers[format](report, findings)) {
        const piece = Buffer.from(text);
        hash.update(piece);
        bytes += piece.length;
        yield piece;
      }
    };
    await writeFile(target, pieces());
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    findings.close();
  }
};

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { ReportHeader } from '../../shared/engine/report/report.ts';
import { type EngineReportFormat, writeReport } from '../../shared/engine/report/write-report.ts';
import type { RunJob } from '../../shared/engine/run/job.ts';
import { runRules } from '../../shared/engine/run/run-rules.ts';
import { trustedJson } from '../../shared/engine/sandbox/trusted-json.ts';
import { tell } from './tell.ts';

export interface JobQuestion {
  readonly job: RunJob;
  readonly childPath: string;
  readonly header: ReportHeader;
  readonly formats: readonly EngineReportFormat[];
}

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  const chunks: AsyncIterable<Uint8Array> = createReadStream(path);
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
};

/** The product's whole job as its worker does it: gate, sandbox, rules, findings file, reports, checksums. */
await tell(async (question) => {
  const { job, childPath, header, formats } = trustedJson<JobQuestion>(question);
  const { results, findingsFile } = await runRules(job, { childPath });
  const findings = performance.now();
  for (const format of formats)
    await writeReport({ format, header, results, findingsFile, target: join(job.workFolder, `report.${format}`) });
  const sha256 = await sha256Of(findingsFile);
  return { results, findingsFile, sha256, reportMilliseconds: performance.now() - findings };
});

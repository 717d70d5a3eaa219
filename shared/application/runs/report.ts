import { join } from 'node:path';
import { personOf } from '../../domain/actor.ts';
import type { CompletedRun, ReportFormat } from '../../domain/validation-run/state.ts';
import type { Caller } from '../caller.ts';
import type { ReportWriter } from '../ports/engine.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import type { WorkFolders } from '../ports/work-folder.ts';
import { reportHeader, reportKey } from './report-objects.ts';

export interface ReportPorts extends PortsWithObjects {
  readonly folders: WorkFolders;
  readonly reports: ReportWriter;
}

const secondsOpen = 120;

const render = async (ports: ReportPorts, caller: Caller, run: CompletedRun, format: ReportFormat): Promise<void> =>
  ports.folders.within(async (folder) => {
    const findings = join(folder, 'findings.parquet');
    const target = join(folder, `report.${format}`);
    const header = await reportHeader(ports.store, run, run.finishedAt, caller.agency.timeZone);
    await ports.objects.download('reports', run.findings, findings);
    await ports.reports.write(format, header, run.results, findings, target);
    await ports.objects.putFile('reports', reportKey(run.findings, format), target, 'application/octet-stream');
  });

/** The format that was asked for with the run was written with it; others are written when somebody first wants them. */
const isWritten = async ({ objects }: ReportPorts, run: CompletedRun, format: ReportFormat): Promise<boolean> =>
  format === run.format || (await objects.fingerprint('reports', reportKey(run.findings, format))) !== undefined;

/**
 * A short-lived link to the report of a run. Asking for it is viewing it: that is recorded as a disclosure before the link
 * is given away. The findings themselves are the report in Parquet. HTML opens in the browser, everything else is saved as a file.
 */
export const reportLink = async (
  ports: ReportPorts,
  caller: Caller,
  run: CompletedRun,
  format: ReportFormat | 'parquet',
) => {
  if (format !== 'parquet' && !(await isWritten(ports, run, format))) await render(ports, caller, run, format);
  const { id: userId } = personOf(caller.actor);
  await ports.journal.recordView({ runId: run.id, userId, at: caller.now, format, purpose: 'REPORT' });
  const shown = format === 'html' ? 'INLINE' : 'ATTACHMENT';
  const key = format === 'parquet' ? run.findings.key : reportKey(run.findings, format);
  const link = await ports.objects.presignGet('reports', key, `${run.title}.${format}`, secondsOpen, shown);
  return { ...link, format };
};

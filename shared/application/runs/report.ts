import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { personOf } from '../../domain/actor.ts';
import type { CompletedRun, ReportFormat } from '../../domain/validation-run/state.ts';
import type { Caller } from '../caller.ts';
import type { ReportWriter, RowsFormat } from '../ports/engine.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import type { WorkFolders } from '../ports/work-folder.ts';
import { choiceKey, reportHeader, reportKey } from './report-objects.ts';

export interface ReportPorts extends PortsWithObjects {
  readonly folders: WorkFolders;
  readonly reports: ReportWriter;
}

/** Rows of a report: those of one rule, or of one cause of it. */
interface ReportChoice {
  readonly ruleCode: string;
  readonly cause?: string | undefined;
}

const secondsOpen = 120;

const render = async (
  ports: ReportPorts,
  caller: Caller,
  run: CompletedRun,
  { key, format, choice }: { readonly key: string; readonly format: RowsFormat; readonly choice?: ReportChoice },
): Promise<void> =>
  ports.folders.within(async (folder) => {
    const findings = join(folder, 'findings.parquet');
    const target = join(folder, `report.${format}`);
    const header = await reportHeader(ports.store, run, run.finishedAt, caller.agency.timeZone);
    await ports.objects.download('reports', run.findings, findings);
    const results = run.results.filter(({ ruleCode }) => choice === undefined || ruleCode === choice.ruleCode);
    await ports.reports.write(format, header, results, findings, target, choice?.cause);
    await ports.objects.putFile('reports', key, target, 'application/octet-stream');
  });

/** The format that was asked for with the run was written with it; others are written when somebody first wants them. */
const isWritten = async ({ objects }: ReportPorts, run: CompletedRun, format: ReportFormat): Promise<boolean> =>
  format === run.format || (await objects.fingerprint('reports', reportKey(run.findings, format))) !== undefined;

/**
 * A short-lived link to the report of a run. Asking for it is viewing it: that is recorded as a disclosure before the link
 * is given away. The findings themselves are the report in Parquet. HTML opens in the browser, everything else is saved as a file.
 */
const reportLink = async (ports: ReportPorts, caller: Caller, run: CompletedRun, format: RowsFormat) => {
  if (format !== 'parquet' && !(await isWritten(ports, run, format)))
    await render(ports, caller, run, { key: reportKey(run.findings, format), format });
  const { id: userId } = personOf(caller.actor);
  await ports.journal.recordView({ runId: run.id, userId, at: caller.now, format, purpose: 'REPORT' });
  const shown = format === 'html' ? 'INLINE' : 'ATTACHMENT';
  const key = format === 'parquet' ? run.findings.key : reportKey(run.findings, format);
  const link = await ports.objects.presignGet('reports', key, `${run.title}.${format}`, secondsOpen, shown);
  return { ...link, format };
};

/**
 * A short-lived link to the rows of one rule or cause, to work through. It shows rows of students, which is recorded before
 * any row is read; it is not the report, so that nobody has viewed that by it.
 */
const choiceLink = async (
  ports: ReportPorts,
  caller: Caller,
  run: CompletedRun,
  { format, ...choice }: ReportChoice & { readonly format: RowsFormat },
) => {
  const digest = createHash('sha256')
    .update(JSON.stringify([choice.ruleCode, choice.cause ?? null]))
    .digest('hex')
    .slice(0, 24);
  await ports.journal.recordDisclosure({
    at: caller.now,
    userId: personOf(caller.actor).id,
    organizationId: run.organizationId,
    purpose: 'FINDINGS',
    about: `${run.id} ${digest}`,
    requestId: caller.requestId,
  });
  const key = choiceKey(run.findings, digest, format);
  if ((await ports.objects.fingerprint('reports', key)) === undefined)
    await render(ports, caller, run, { key, format, choice });
  const link = await ports.objects.presignGet(
    'reports',
    key,
    `${run.title} ${choice.ruleCode}.${format}`,
    secondsOpen,
    'ATTACHMENT',
  );
  return { ...link, format };
};

interface LinkWish {
  readonly format: RowsFormat;
  readonly ruleCode?: string | undefined;
  readonly cause?: string | undefined;
}

/** A link to the report of a run, or to the rows of one of its rules. */
export const linkTo = (ports: ReportPorts, caller: Caller, run: CompletedRun, { format, ruleCode, cause }: LinkWish) =>
  ruleCode === undefined
    ? reportLink(ports, caller, run, format)
    : choiceLink(ports, caller, run, { format, ruleCode, cause });

import type { FindingsPorts } from '../../../shared/application/runs/findings.ts';
import type { ReportPorts } from '../../../shared/application/runs/report.ts';

/** What this area needs besides the usual: a findings file opened for reading, and reports in other formats. */
export type ValidationPorts = ReportPorts & FindingsPorts;

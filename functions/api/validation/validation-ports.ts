import type { ComparisonPorts } from '../../../shared/application/comparisons/compare.ts';
import type { CheckPorts } from '../../../shared/application/rule-library/check-rule.ts';
import type { FindingsPorts } from '../../../shared/application/runs/findings.ts';
import type { ReportPorts } from '../../../shared/application/runs/report.ts';

/** What this area needs besides the usual: findings opened for reading, reports in other formats, queries judged and tried, copies compared. */
export type ValidationPorts = ReportPorts & FindingsPorts & CheckPorts & ComparisonPorts;

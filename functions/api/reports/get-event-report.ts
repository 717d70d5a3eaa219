import { eventReportFor } from '../../../shared/application/event-reports/get.ts';
import { printableReport } from '../../../shared/application/event-reports/printable.ts';
import { getEventReport } from '../../../shared/contracts/operations/reports.ts';
import { refusal } from '../../../shared/domain/refusal.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { fitsAnswer, mediaTypes } from '../../../shared/runtime/http/document.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { ReportAreaPorts } from './ports.ts';

export const getEventReportDoor = (ports: ReportAreaPorts) =>
  door(getEventReport, async ({ params, query, caller }) => {
    const { format, ...wish } = query;
    const report = await eventReportFor(ports, { id: params.id, caller, format, wish });
    if (!report.ok) return report;
    if (format === 'json') return ok({ body: report.value });
    const printed = printableReport(report.value);
    const content = await ports.printer.print(format, printed);
    if (!fitsAnswer(content)) return refuse(refusal('REPORT_TOO_LARGE'));
    const fileName = `${printed.title.replace(':', '')}.${format}`;
    return ok({ body: null, document: { content, mediaType: mediaTypes[format], fileName } });
  });

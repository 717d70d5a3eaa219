import type { Ports } from '../../../shared/application/ports/ports.ts';
import type { Printer } from '../../../shared/application/ports/printer.ts';

/** What this area needs besides the usual: documents in the formats of an office. */
export interface ReportAreaPorts extends Ports {
  readonly printer: Printer;
}

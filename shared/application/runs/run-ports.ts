import type { RunReportWriter, ValidationEngine } from '../ports/engine.ts';
import type { Leases } from '../ports/leases.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import type { WorkFolders } from '../ports/work-folder.ts';

/** What a validation worker needs besides the usual. */
export interface RunPorts extends PortsWithObjects {
  readonly leases: Leases;
  readonly engine: ValidationEngine;
  readonly reports: RunReportWriter;
  readonly folders: WorkFolders;
}

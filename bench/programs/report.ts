import { type WriteReport, writeReport } from '../../shared/engine/report/write-report.ts';
import { trustedJson } from '../../shared/engine/sandbox/trusted-json.ts';
import { tell } from './tell.ts';

/** One report from a findings file, as the worker writes it. */
await tell((question) => writeReport(trustedJson<WriteReport>(question)));

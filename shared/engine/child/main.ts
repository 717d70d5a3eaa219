import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { compactInChild } from '../compact/compact-in-child.ts';
import type { CompactionJob } from '../compact/job.ts';
import { type CheckJob, checkInChild } from '../gate/check-in-child.ts';
import { gateFault } from '../gate/gate-fault.ts';
import { ingestInChild } from '../ingest/ingest-in-child.ts';
import type { IngestJob } from '../ingest/job.ts';
import type { RunShare } from '../run/messages.ts';
import { runInChild } from '../run/run-in-child.ts';
import { trustedJson } from '../sandbox/trusted-json.ts';

/** What the parent may ask for. The parent has checked it; this process trusts its stdin and nothing else. */
type ChildJob =
  | { readonly kind: 'ingest'; readonly job: IngestJob }
  | { readonly kind: 'compact'; readonly job: CompactionJob }
  | { readonly kind: 'check'; readonly job: CheckJob }
  | { readonly kind: 'run'; readonly job: RunShare };

// Written through at once, so that the parent knows the rule a killed child was at.
const tell = (message: object): void => {
  writeSync(1, `${JSON.stringify(message)}\n`);
};

const asked = trustedJson<ChildJob>(await text(process.stdin));
switch (asked.kind) {
  case 'ingest':
    tell(await ingestInChild(asked.job));
    break;
  case 'compact':
    tell(await compactInChild(asked.job));
    break;
  case 'check':
    tell(await checkInChild(asked.job, () => tell({ type: 'begun' })).catch(gateFault));
    break;
  case 'run':
    await runInChild(asked.job, tell);
    break;
}

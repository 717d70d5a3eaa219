import { ingestInChild } from '../../shared/engine/ingest/ingest-in-child.ts';
import type { IngestJob } from '../../shared/engine/ingest/job.ts';
import { trustedJson } from '../../shared/engine/sandbox/trusted-json.ts';
import { tell } from './tell.ts';

/** The product's ingest as its child process does it. */
await tell((question) => ingestInChild(trustedJson<{ readonly job: IngestJob }>(question).job));

import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { ingestInChild } from '../ingest/ingest-in-child.ts';
import type { IngestJob } from '../ingest/job.ts';

/** What the parent may ask for. The parent has checked it; this process trusts its stdin and nothing else. */
export type ChildJob = { readonly kind: 'ingest'; readonly job: IngestJob };

// Written through at once, so that the parent knows the rule a killed child was at.
const tell = (message: object): void => {
  writeSync(1, `${JSON.stringify(message)}\n`);
};

const readJob = async (): Promise<ChildJob> => JSON.parse(await text(process.stdin));

const { kind, job } = await readJob();
switch (kind) {
  case 'ingest':
    tell({ type: 'ingested', result: await ingestInChild(job) });
    break;
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestInChild } from '../../shared/engine/ingest/ingest-in-child.ts';
import { decideOrganizationData, noData } from '../../shared/domain/dataset/decide-lanes.ts';
import { evolveOrganizationData } from '../../shared/domain/dataset/evolve-lanes.ts';
import { organizationId } from '../../shared/kernel/ids.ts';
import { system } from '../builders/people.ts';
import type { SmallState } from './small-state.ts';

/** A district's rows, delivered and synced as the ingest worker would have done it. */
export const deliverRows = async (
  { ports, clock }: SmallState,
  district: string,
  dataset: string,
  rows: readonly object[],
): Promise<void> => {
  const declaration = (await ports.store.load('dataset', dataset))?.state;
  if (declaration === undefined) throw new Error(`${dataset} is not declared`);
  const folder = await mkdtemp(join(tmpdir(), 'attest-rows-'));
  const source = join(folder, 'rows.ndjson');
  const target = join(folder, 'rows.parquet');
  await writeFile(source, rows.map((row) => JSON.stringify(row)).join('\n'));
  const limits = { memoryMb: 256, threads: 1, fileBytes: 1e8 };
  const job = { source, format: 'NDJSON', gzip: false, declaration, target, workFolder: folder, limits } as const;
  const outcome = await ingestInChild(job);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  const version = outcome.value.sha256.slice(0, 24);
  const object = await ports.objects.putFile('data', `lanes/${dataset}/${district}/${version}.parquet`, target, '');
  await rm(folder, { recursive: true, force: true });
  const { rows: count, rowsBySchool } = outcome.value;
  const accepted = {
    ...{ dataset, version, declarationVersion: declaration.version, rows: count, rowsBySchool, object },
    acceptedAt: clock.now(),
  };
  const id = organizationId(district);
  const before = await ports.store.load('organizationData', id);
  const state = before?.state ?? noData(id);
  const decided = decideOrganizationData(
    state,
    { type: 'acceptVersion', lane: 'DISTRICT', version: accepted },
    { now: clock.now() },
  );
  if (!decided.ok) throw new Error(decided.failure.code);
  await ports.unitOfWork.commit({
    actor: system,
    now: clock.now(),
    requestId: 'deliver',
    transitions: [
      {
        entity: 'organizationData',
        key: id,
        before: before ?? null,
        after: decided.value.reduce(evolveOrganizationData, state),
        command: 'acceptVersion',
      },
    ],
    inserts: [{ row: 'datasetVersion', organizationId: id, version: accepted }],
  });
};

/** Students of whom nothing but their ids is known. */
export const deliverStudents = (state: SmallState, district: string, ...ids: readonly string[]): Promise<void> =>
  deliverRows(
    state,
    district,
    'students',
    ids.map((studentUniqueId) => ({ studentUniqueId })),
  );

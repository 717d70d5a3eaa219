import { join } from 'node:path';
import type { CompletedRun } from '../../domain/validation-run/state.ts';
import type { FindingsPart, FindingsReader, FindingsWish } from '../ports/findings-reader.ts';
import type { Page, PageRequest } from '../ports/store.ts';
import type { WorkFolders } from '../ports/work-folder.ts';
import type { ObjectStore } from '../ports/world.ts';

export interface FindingsPorts {
  readonly objects: ObjectStore;
  readonly folders: WorkFolders;
  readonly findings: FindingsReader;
}

type FindingsPage = Page<FindingsPart['items'][number]> & Pick<FindingsPart, 'columns' | 'causes' | 'total'>;

/** One page of what a run found. The file never changes, so that a count is a safe place to go on from. */
export const findingsPage = (
  { objects, folders, findings }: FindingsPorts,
  run: CompletedRun,
  filter: Pick<FindingsWish, 'ruleCode' | 'severity' | 'cause'>,
  { limit, from }: PageRequest,
): Promise<FindingsPage> =>
  folders.within(async (folder) => {
    const file = join(folder, 'findings.parquet');
    await objects.download('reports', run.findings, file);
    const counted = run.results.filter(
      ({ ruleCode, causeColumn }) => causeColumn !== null && ruleCode === filter.ruleCode,
    );
    const offset = Number(from ?? 0);
    const part = await findings.read(file, {
      ...filter,
      counted: counted.map(({ ruleCode }) => ruleCode),
      offset,
      limit,
    });
    const end = offset + part.items.length;
    return { ...part, next: end < part.total ? String(end) : undefined };
  });

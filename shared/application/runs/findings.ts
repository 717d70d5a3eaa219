import { join } from 'node:path';
import type { CompletedRun } from '../../domain/validation-run/state.ts';
import type { Caller } from '../caller.ts';
import type { FindingsPart, FindingsReader, FindingsWish } from '../ports/findings-reader.ts';
import type { Ports } from '../ports/ports.ts';
import type { Page, PageRequest } from '../ports/store.ts';
import type { WorkFolders } from '../ports/work-folder.ts';
import type { ObjectStore } from '../ports/world.ts';
import { recordShownRows } from '../shown-rows.ts';

export interface FindingsPorts extends Pick<Ports, 'journal'> {
  readonly objects: ObjectStore;
  readonly folders: WorkFolders;
  readonly findings: FindingsReader;
}

type FindingsPage = Page<FindingsPart['items'][number]> & Pick<FindingsPart, 'columns' | 'causes' | 'total'>;

type FindingsFilter = Pick<FindingsWish, 'ruleCode' | 'severity' | 'cause'>;

/** The file never changes, so that a count is a safe place to go on from. */
const pageOf = (
  { objects, folders, findings }: FindingsPorts,
  run: CompletedRun,
  filter: FindingsFilter,
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

/** One page of what a run found, for somebody of whom it is on record that he was shown it. */
export const findingsPage = async (
  ports: FindingsPorts,
  caller: Caller,
  { run, filter }: { readonly run: CompletedRun; readonly filter: FindingsFilter },
  page: PageRequest,
): Promise<FindingsPage> => {
  const { id, organizationId, results } = run;
  if (results.some(({ count }) => count > 0))
    await recordShownRows(ports, caller, { organizationId, about: `RUN ${id}` });
  return pageOf(ports, run, filter, page);
};

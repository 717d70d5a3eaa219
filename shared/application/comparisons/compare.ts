import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DatasetVersion } from '../../domain/dataset/state.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { DataComparer, TooManyRows } from '../ports/data-comparer.ts';
import type { LocalDataset } from '../ports/engine.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import type { WorkFolders } from '../ports/work-folder.ts';
import { withSchoolLinks } from '../runs/school-links.ts';
import { type KeptComparison, keptComparison, keptCounts, sumOfDifferences } from './kept-comparison.ts';

export interface ComparisonPorts extends PortsWithObjects {
  readonly folders: WorkFolders;
  readonly comparer: DataComparer;
}

/** Two states of one district's data, of which a school sees its own rows. */
export interface TwoStates {
  readonly districtId: OrganizationId;
  readonly schoolId: OrganizationId | null;
  readonly here: readonly DatasetVersion[];
  readonly there: readonly DatasetVersion[];
}

const versionIn = (versions: readonly DatasetVersion[], name: string): DatasetVersion | undefined =>
  versions.find(({ dataset }) => dataset === name);

const differingNames = ({ here, there }: TwoStates): readonly string[] =>
  [...new Set([...here, ...there].map(({ dataset }) => dataset))]
    .filter((name) => versionIn(here, name)?.version !== versionIn(there, name)?.version)
    .sort();

const fetched = async (
  { objects }: PortsWithObjects,
  folder: string,
  declarations: readonly DatasetDeclaration[],
  versions: readonly DatasetVersion[],
): Promise<readonly LocalDataset[]> =>
  Promise.all(
    declarations.map(async (declaration) => {
      const version = versionIn(versions, declaration.name);
      if (version === undefined) return { declaration, files: null };
      const file = join(folder, `${declaration.name}-${version.version}.parquet`);
      await objects.download('data', version.object, file);
      return { declaration, files: [file] };
    }),
  );

const titles = { ONLY_HERE: 'Only here', ONLY_THERE: 'Only there', DIFFERENT: 'Different' };

const makeComparison = (
  ports: ComparisonPorts,
  states: TwoStates,
  {
    names,
    declarations,
    place,
  }: { names: readonly string[]; declarations: readonly DatasetDeclaration[]; place: string },
): Promise<Result<KeptComparison, TooManyRows>> =>
  ports.folders.within(async (folder) => {
    const here = await fetched(ports, folder, declarations, states.here);
    const there = await fetched(ports, folder, declarations, states.there);
    const file = join(folder, 'differences.parquet');
    const sheet = join(folder, 'differences.csv');
    const job = { here, there, names, schoolId: states.schoolId, workFolder: folder, target: file };
    const counted = await keptCounts(ports, place, () => ports.comparer.count(job));
    if (!counted.ok) return counted;
    const counts = counted.value;
    const listed = await ports.comparer.list(job, counts);
    await ports.comparer.writeTable(file, { titles, total: sumOfDifferences(counts) }, sheet);
    const { objects } = ports;
    const octets = 'application/octet-stream';
    const differences = await objects.putFile('reports', `${place}/differences.parquet`, file, octets);
    const table = await objects.putFile('reports', `${place}/differences.csv`, sheet, octets);
    return ok({ differences, table, counts, ...listed });
  });

/** Of both states together, in the datasets that will be read. */
const rowsIn = ({ here, there }: TwoStates, declarations: readonly DatasetDeclaration[]): number =>
  [...here, ...there]
    .filter(({ dataset }) => declarations.some(({ name }) => name === dataset))
    .reduce((sum, { rows }) => sum + rows, 0);

/**
 * Compares two states of a district's data; null when they are the same. The second asking finds the first one's answer.
 * What cannot end while somebody waits is refused: by the rows of the versions before a file is fetched, or as soon as it is
 * known how many rows may differ.
 */
export const compareStates = async (
  ports: ComparisonPorts,
  states: TwoStates,
): Promise<Result<KeptComparison | null, Refusal>> => {
  const names = differingNames(states);
  if (names.length === 0) return ok(null);
  const declared = (await ports.store.datasets()).map(({ state }) => state);
  const needed = states.schoolId === null ? new Set(names) : withSchoolLinks(new Set(names), declared);
  const declarations = declared.filter(({ name }) => needed.has(name));
  const versions = declarations.map(({ name, version }) => [
    name,
    version,
    versionIn(states.here, name)?.version ?? null,
    versionIn(states.there, name)?.version ?? null,
  ]);
  const identity = canonicalJson([states.districtId, states.schoolId, versions]);
  const id = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  const place = `comparisons/${states.districtId}/${id}`;
  const rows = rowsIn(states, declarations);
  const { rowsAtMost } = ports.comparer;
  const compared = await keptComparison(ports, place, async () =>
    rows > rowsAtMost ? refuse({ rows, rowsAtMost }) : makeComparison(ports, states, { names, declarations, place }),
  );
  return compared.ok ? compared : refuse(refusal('COMPARISON_TOO_LARGE', { ...compared.failure }));
};

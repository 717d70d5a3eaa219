import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DatasetVersion } from '../../domain/dataset/state.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { ComparisonJob, DataComparer, TooManyRows } from '../ports/data-comparer.ts';
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

const ofDatasets = (versions: readonly DatasetVersion[], names: ReadonlySet<string>): readonly DatasetVersion[] =>
  versions.filter(({ dataset }) => names.has(dataset));

const differingNames = ({ here, there }: TwoStates): readonly string[] =>
  [...new Set([...here, ...there].map(({ dataset }) => dataset))]
    .filter((name) => versionIn(here, name)?.version !== versionIn(there, name)?.version)
    .sort();

/** Both sides of these datasets; what is the same on both is fetched once. */
const fetched = async (
  { objects }: PortsWithObjects,
  folder: string,
  declarations: readonly DatasetDeclaration[],
  { here, there }: TwoStates,
): Promise<Pick<ComparisonJob, 'here' | 'there'>> => {
  const fileOf = ({ dataset, version }: DatasetVersion): string => join(folder, `${dataset}-${version}.parquet`);
  const localIn = (versions: readonly DatasetVersion[]): readonly LocalDataset[] =>
    declarations.map((declaration) => {
      const version = versionIn(versions, declaration.name);
      return { declaration, files: version === undefined ? null : [fileOf(version)] };
    });
  const named = ofDatasets([...here, ...there], new Set(declarations.map(({ name }) => name)));
  const wanted = new Map(named.map((version) => [fileOf(version), version.object]));
  await Promise.all([...wanted].map(([file, object]) => objects.download('data', object, file)));
  return { here: localIn(here), there: localIn(there) };
};

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
    const { here, there } = await fetched(ports, folder, declarations, states);
    const file = join(folder, 'differences.parquet');
    const sheet = join(folder, 'differences.csv');
    const countSheet = join(folder, 'counts.csv');
    const job = { here, there, names, schoolId: states.schoolId, workFolder: folder, target: file };
    const counted = await keptCounts(ports, place, () => ports.comparer.count(job));
    if (!counted.ok) return counted;
    const counts = counted.value;
    const listed = await ports.comparer.list(job, counts);
    await ports.comparer.writeTable(file, { titles, total: sumOfDifferences(counts) }, sheet);
    await ports.comparer.writeCounts(counts, titles, countSheet);
    const kept = (name: string, path: string) =>
      ports.objects.putFile('reports', `${place}/${name}`, path, 'application/octet-stream');
    const differences = await kept('differences.parquet', file);
    const table = await kept('differences.csv', sheet);
    const countTable = await kept('counts.csv', countSheet);
    return ok({ differences, table, countTable, counts, ...listed });
  });

/** Of both states together, in the datasets that are compared: of what only leads to schools two columns are read. */
const rowsIn = ({ here, there }: TwoStates, names: ReadonlySet<string>): number =>
  ofDatasets([...here, ...there], names).reduce((sum, { rows }) => sum + rows, 0);

/** Of what is kept. With another one it is made again: what was kept without it does not tell the schools of every row. */
const form = 'schools';

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
  const needed = withSchoolLinks(new Set(names), declared);
  const declarations = declared.filter(({ name }) => needed.has(name));
  const versions = declarations.map(({ name, version }) => [
    name,
    version,
    versionIn(states.here, name)?.version ?? null,
    versionIn(states.there, name)?.version ?? null,
  ]);
  const identity = canonicalJson([form, states.districtId, states.schoolId, versions]);
  const id = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  const place = `comparisons/${states.districtId}/${id}`;
  const rows = rowsIn(states, new Set(names));
  const { rowsAtMost } = ports.comparer;
  const compared = await keptComparison(ports, place, async () =>
    rows > rowsAtMost ? refuse({ rows, rowsAtMost }) : makeComparison(ports, states, { names, declarations, place }),
  );
  return compared.ok ? compared : refuse(refusal('COMPARISON_TOO_LARGE', { ...compared.failure }));
};

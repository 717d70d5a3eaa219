import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { DatasetVersion } from '../../domain/dataset/state.ts';
import type { StoredObject } from '../../domain/validation-run/state.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import type { ComparisonSummary, DataComparer } from '../ports/data-comparer.ts';
import type { LocalDataset } from '../ports/engine.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import type { WorkFolders } from '../ports/work-folder.ts';
import { withSchoolLinks } from '../runs/school-links.ts';

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

const storedObject = z.object({ key: z.string(), bytes: z.int(), sha256: z.string() });
const difference = z.object({
  dataset: z.string(),
  kind: z.enum(['ONLY_HERE', 'ONLY_THERE', 'DIFFERENT']),
  schoolId: z.string().nullable(),
  key: z.record(z.string(), z.string()),
  changed: z.array(z.string()),
});
const count = z.object({
  dataset: z.string(),
  schoolId: z.string().nullable(),
  onlyHere: z.int(),
  onlyThere: z.int(),
  different: z.int(),
});
const stored = z.object({
  differences: storedObject,
  table: storedObject,
  counts: z.array(count),
  examples: z.array(difference),
});

/** What two states differ in, as it is kept: versions never change, so neither does their comparison. */
export interface KeptComparison extends ComparisonSummary {
  readonly differences: StoredObject;
  readonly table: StoredObject;
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
): Promise<KeptComparison> =>
  ports.folders.within(async (folder) => {
    const here = await fetched(ports, folder, declarations, states.here);
    const there = await fetched(ports, folder, declarations, states.there);
    const file = join(folder, 'differences.parquet');
    const sheet = join(folder, 'differences.csv');
    const { schoolId } = states;
    const summary = await ports.comparer.compare({ here, there, names, schoolId, workFolder: folder, target: file });
    await ports.comparer.writeTable(file, titles, sheet);
    const { objects } = ports;
    const octets = 'application/octet-stream';
    const differences = await objects.putFile('reports', `${place}/differences.parquet`, file, octets);
    const table = await objects.putFile('reports', `${place}/differences.csv`, sheet, octets);
    const kept = { differences, table, ...summary };
    // Last: where the summary lies, everything lies.
    await objects.putText('reports', `${place}/summary.json`, canonicalJson(kept), 'application/json');
    return kept;
  });

/** Compares two states of a district's data; null when they are the same. The second asking finds the first one's answer. */
export const compareStates = async (ports: ComparisonPorts, states: TwoStates): Promise<KeptComparison | null> => {
  const names = differingNames(states);
  if (names.length === 0) return null;
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
  const known = await ports.objects.sizesBelow('reports', `${place}/summary.json`);
  if (known.size > 0) return stored.parse(JSON.parse(await ports.objects.readText('reports', `${place}/summary.json`)));
  return makeComparison(ports, states, { names, declarations, place });
};

import type { DatasetVersion, OrganizationData } from '../../domain/dataset/state.ts';
import type { StoredObject } from '../../domain/validation-run/state.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { Difference, DifferenceCount, Differences } from '../ports/data-comparer.ts';
import { recordShownRows } from '../shown-rows.ts';
import { type ComparisonPorts, compareStates } from './compare.ts';
import { type KeptComparison, sumOfDifferences } from './kept-comparison.ts';
import { mostDiffering } from './most-differing.ts';

const secondsOpen = 120;

const noDifferences = { onlyHere: 0, onlyThere: 0, different: 0 };

const versionView = (version: DatasetVersion | null) =>
  version && { version: version.version, rows: version.rows, acceptedAt: version.acceptedAt };

const keysOf = (examples: readonly Difference[], dataset: string, kind: Difference['kind']) =>
  examples.filter((one) => one.dataset === dataset && one.kind === kind).map(({ key }) => key);

const countsView = ({ onlyHere, onlyThere, different }: Differences) => ({
  onlyInDistrict: onlyHere,
  onlyInState: onlyThere,
  different,
});

/** How many rows of a school a copy has; null where they reach it through another dataset: then they are not counted. */
const rowsOf = (version: DatasetVersion | null, schoolId: string | null, isTold: boolean): number | null =>
  schoolId === null || !isTold ? null : (version?.rowsBySchool[schoolId] ?? 0);

/** Those in which rows differ, then those whose rows are counted and the same. */
const schoolsOf = (counts: DifferenceCount, { district, state }: OrganizationData['datasets'][string]) => {
  const counted = [...new Set([district, state].flatMap((version) => Object.keys(version?.rowsBySchool ?? {})))];
  const alike = counted
    .filter((id) => !counts.schools.some(({ schoolId }) => schoolId === id))
    .sort()
    .map((schoolId) => ({ schoolId, ...noDifferences }));
  const schools = mostDiffering([...counts.schools, ...alike]).map(({ schoolId, ...differences }) => ({
    schoolId,
    districtRows: rowsOf(district, schoolId, counted.length > 0),
    stateRows: rowsOf(state, schoolId, counted.length > 0),
    ...countsView(differences),
  }));
  return { schools, schoolsComplete: schools.length === counts.schools.length + alike.length };
};

const datasetView = (
  dataset: string,
  lanes: OrganizationData['datasets'][string],
  comparison: KeptComparison | null,
) => {
  const counts = comparison?.counts.find((one) => one.dataset === dataset) ?? {
    dataset,
    ...noDifferences,
    schools: [],
  };
  const examples = comparison?.examples ?? [];
  return {
    dataset,
    inSync: lanes.district?.version === lanes.state?.version,
    district: versionView(lanes.district),
    state: versionView(lanes.state),
    ...countsView(counts),
    ...schoolsOf(counts, lanes),
    keys: {
      onlyInDistrict: keysOf(examples, dataset, 'ONLY_HERE'),
      onlyInState: keysOf(examples, dataset, 'ONLY_THERE'),
      different: keysOf(examples, dataset, 'DIFFERENT'),
    },
  };
};

/** The keys on the page and those of the table are of the same rows. They are named by what they were read from. */
const recordShownKeys = async (
  ports: ComparisonPorts,
  caller: Caller,
  organizationId: OrganizationId,
  { counts, differences }: KeptComparison,
): Promise<void> => {
  const about = `COPIES ${differences.sha256.slice(0, 24)}`;
  if (sumOfDifferences(counts) > 0) await recordShownRows(ports, caller, { organizationId, about });
};

/**
 * How the two copies of a district differ: counts by dataset and school, the first keys of each kind, and a table of
 * either. Copies of the same version are the same without being read.
 */
export const reconcile = async (
  ports: ComparisonPorts,
  caller: Caller,
  districtId: OrganizationId,
  data: OrganizationData,
) => {
  const lanes = Object.entries(data.datasets).sort(([left], [right]) => (left < right ? -1 : 1));
  const here = lanes.flatMap(([, { district }]) => (district === null ? [] : [district]));
  const there = lanes.flatMap(([, { state }]) => (state === null ? [] : [state]));
  const compared = await compareStates(ports, { districtId, schoolId: null, here, there });
  if (!compared.ok) return compared;
  const comparison = compared.value;
  if (comparison !== null) await recordShownKeys(ports, caller, districtId, comparison);
  const linkTo = ({ key }: StoredObject, of: string) =>
    ports.objects.presignGet('reports', key, `reconciliation-${of}${districtId}.csv`, secondsOpen);
  return ok({
    id: districtId,
    organizationId: districtId,
    inSync: comparison === null,
    datasets: lanes.map(([dataset, pointers]) => datasetView(dataset, pointers, comparison)),
    // "Here" is the district's copy, "there" the state's.
    complete: comparison?.complete ?? true,
    file: comparison && (await linkTo(comparison.table, '')),
    countsFile: comparison && (await linkTo(comparison.countTable, 'counts-')),
  });
};

import type { DatasetVersion, OrganizationData } from '../../domain/dataset/state.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { Difference } from '../ports/data-comparer.ts';
import { recordShownRows } from '../shown-rows.ts';
import { type ComparisonPorts, compareStates } from './compare.ts';
import { type KeptComparison, sumOfDifferences } from './kept-comparison.ts';

const secondsOpen = 120;

const versionView = (version: DatasetVersion | null) =>
  version && { version: version.version, rows: version.rows, acceptedAt: version.acceptedAt };

const keysOf = (examples: readonly Difference[], dataset: string, kind: Difference['kind']) =>
  examples.filter((one) => one.dataset === dataset && one.kind === kind).map(({ key }) => key);

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const schoolsOf = (dataset: string, comparison: KeptComparison | null, lanes: OrganizationData['datasets'][string]) => {
  const counts = (comparison?.counts ?? []).filter((one) => one.dataset === dataset && one.schoolId !== null);
  const [here, there] = [lanes.district?.rowsBySchool ?? {}, lanes.state?.rowsBySchool ?? {}];
  return [...new Set([...Object.keys(here), ...Object.keys(there)])].sort().map((schoolId) => {
    const found = counts.find((one) => one.schoolId === schoolId);
    return {
      schoolId,
      districtRows: here[schoolId] ?? 0,
      stateRows: there[schoolId] ?? 0,
      onlyInDistrict: found?.onlyHere ?? 0,
      onlyInState: found?.onlyThere ?? 0,
      different: found?.different ?? 0,
    };
  });
};

const datasetView = (
  dataset: string,
  lanes: OrganizationData['datasets'][string],
  comparison: KeptComparison | null,
) => {
  const counts = (comparison?.counts ?? []).filter((one) => one.dataset === dataset);
  const examples = comparison?.examples ?? [];
  return {
    dataset,
    inSync: lanes.district?.version === lanes.state?.version,
    district: versionView(lanes.district),
    state: versionView(lanes.state),
    onlyInDistrict: sumOf(counts.map(({ onlyHere }) => onlyHere)),
    onlyInState: sumOf(counts.map(({ onlyThere }) => onlyThere)),
    different: sumOf(counts.map(({ different }) => different)),
    schools: schoolsOf(dataset, comparison, lanes),
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
 * them. Copies of the same version are the same without being read.
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
  const fileName = `reconciliation-${districtId}.csv`;
  return ok({
    id: districtId,
    organizationId: districtId,
    inSync: comparison === null,
    datasets: lanes.map(([dataset, pointers]) => datasetView(dataset, pointers, comparison)),
    // "Here" is the district's copy, "there" the state's.
    complete: comparison?.complete ?? true,
    file: comparison && (await ports.objects.presignGet('reports', comparison.table.key, fileName, secondsOpen)),
  });
};

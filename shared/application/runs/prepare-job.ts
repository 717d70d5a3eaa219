import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import type { DatasetVersion } from '../../domain/dataset/state.ts';
import { asTaken, stricter } from '../../domain/rule-library/severity.ts';
import type { RuleVersion } from '../../domain/rule-library/state.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import type { EngineJob, LocalDataset } from '../ports/engine.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import { previousSnapshot } from './previous-snapshot.ts';
import { withSchoolLinks } from './school-links.ts';

const fetched = async (
  ports: PortsWithObjects,
  folder: string,
  declaration: DatasetDeclaration,
  version: Pick<DatasetVersion, 'object'> | undefined,
): Promise<LocalDataset> => {
  if (version === undefined) return { declaration, files: null };
  const file = join(folder, `${declaration.name}.parquet`);
  await ports.objects.download('data', version.object, file);
  return { declaration, files: [file] };
};

interface Definition extends Pick<EngineJob, 'rules' | 'requiredDatasets' | 'reportingYear'> {
  readonly certificationEvent: CertificationEvent;
}

const rulesOf = async (ports: PortsWithObjects, run: ValidationRun): Promise<Definition> => {
  const read = await ports.store.load('certificationEvent', run.certificationEventId);
  if (read === undefined || !('published' in read.state)) throw new Error(`run ${run.id} has no published event`);
  const { outline, bodyId } = read.state.published;
  const body = await ports.store.bodyWithoutParticipants(run.certificationEventId, bodyId);
  const groups = run.group === null ? body.pinnedGroups : [run.group];
  const wanted = groups.flatMap((group) => group.rules);
  const versions = await ports.store.ruleVersions(wanted);
  const rules = new Map<string, RuleVersion>();
  for (const entry of wanted) {
    const found = versions.find(({ id, ruleVersion }) => id === entry.ruleId && ruleVersion === entry.ruleVersion);
    if (found === undefined) throw new Error(`run ${run.id} pins a rule version that is gone`);
    const rule = asTaken(found, entry);
    rules.set(rule.code, stricter(rules.get(rule.code) ?? rule, rule));
  }
  const { requiredDatasets } = body;
  const { reportingYear } = outline;
  return { rules: [...rules.values()], requiredDatasets, reportingYear, certificationEvent: read.state };
};

interface PinnedObject extends Pick<DatasetVersion, 'object'> {
  readonly dataset: string;
}

/** A snapshot's own objects, which for a school are not the district's; on the moving lanes the versions that were queued. */
const pinnedObjects = async ({ store }: PortsWithObjects, run: ValidationRun): Promise<readonly PinnedObject[]> => {
  if (run.snapshotId === null) return store.datasetVersions(run.districtId, run.dataVersions);
  const read = await store.load('snapshot', run.snapshotId);
  if (read?.state.status !== 'COMPLETED') throw new Error(`snapshot ${run.snapshotId} is not completed`);
  return read.state.pinned;
};

/** What a run must have at hand for the datasets its rules name: for a school also those that tell whose rows they are. */
const neededFor = (
  wanted: readonly string[],
  schoolId: string | null,
  declarations: readonly DatasetDeclaration[],
): ReadonlySet<string> => (schoolId === null ? new Set(wanted) : withSchoolLinks(new Set(wanted), declarations));

const schoolOf = (run: ValidationRun): string | null =>
  run.organizationId === run.districtId ? null : run.organizationId;

/** The rows this participant certified before, of just the datasets that rules compare with; null where there are none. */
const fetchedPrevious = async (
  ports: PortsWithObjects,
  run: ValidationRun,
  { rules, certificationEvent }: Definition,
  { declarations, folder }: { readonly declarations: readonly DatasetDeclaration[]; readonly folder: string },
): Promise<readonly LocalDataset[] | null> => {
  const wanted = rules.flatMap((rule) => rule.previousDatasets);
  const snapshot = wanted.length === 0 ? null : await previousSnapshot(ports.store, run, certificationEvent);
  if (snapshot === null) return null;
  const named = neededFor(wanted, schoolOf(run), declarations);
  const place = join(folder, 'previous');
  await mkdir(place);
  return Promise.all(
    declarations
      .filter((declaration) => named.has(declaration.name))
      .map((declaration) =>
        fetched(
          ports,
          place,
          declaration,
          snapshot.pinned.find(({ dataset }) => dataset === declaration.name),
        ),
      ),
  );
};

/** Fetches exactly the objects a run pinned, of just the datasets its rules name, each checked against its hash. */
export const prepareJob = async (ports: PortsWithObjects, run: ValidationRun, folder: string): Promise<EngineJob> => {
  const [{ certificationEvent, ...definition }, declared] = await Promise.all([
    rulesOf(ports, run),
    ports.store.datasets(),
  ]);
  const declarations = declared.map((read) => read.state);
  const schoolId = schoolOf(run);
  const wanted = definition.rules.flatMap((rule) => [...rule.datasets, ...rule.previousDatasets]);
  const named = neededFor(wanted, schoolId, declarations);
  const objects = await pinnedObjects(ports, run);
  const datasets = await Promise.all(
    declarations
      .filter((declaration) => named.has(declaration.name))
      .map((declaration) =>
        fetched(
          ports,
          folder,
          declaration,
          objects.find(({ dataset }) => dataset === declaration.name),
        ),
      ),
  );
  const place = { declarations, folder };
  const previous = await fetchedPrevious(ports, run, { certificationEvent, ...definition }, place);
  return { workFolder: folder, datasets, previous, schoolId, ...definition };
};

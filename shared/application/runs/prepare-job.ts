import { join } from 'node:path';
import type { DatasetVersion } from '../../domain/dataset/state.ts';
import type { RuleVersion } from '../../domain/rule-library/state.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import type { EngineJob, LocalDataset } from '../ports/engine.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import { withSchoolLinks } from './school-links.ts';

const fetched = async (
  ports: PortsWithObjects,
  folder: string,
  declaration: DatasetDeclaration,
  version: DatasetVersion | undefined,
): Promise<LocalDataset> => {
  if (version === undefined) return { declaration, files: null };
  const file = join(folder, `${declaration.name}.parquet`);
  await ports.objects.download('data', version.object, file);
  return { declaration, files: [file] };
};

const rulesOf = async (
  ports: PortsWithObjects,
  run: ValidationRun,
): Promise<Pick<EngineJob, 'rules' | 'requiredDatasets' | 'reportingYear'>> => {
  const read = await ports.store.load('certificationEvent', run.certificationEventId);
  if (read === undefined || !('published' in read.state)) throw new Error(`run ${run.id} has no published event`);
  const { outline, bodyId } = read.state.published;
  const body = await ports.store.bodyWithoutParticipants(run.certificationEventId, bodyId);
  const groups = run.group === null ? body.pinnedGroups : [run.group];
  const wanted = groups.flatMap((group) => group.rules);
  const versions = await ports.store.ruleVersions(wanted);
  const inOrder = wanted.map(({ ruleId, ruleVersion }) =>
    versions.find((version) => version.id === ruleId && version.ruleVersion === ruleVersion),
  );
  const rules = new Map(
    inOrder.filter((rule): rule is RuleVersion => rule !== undefined).map((rule) => [rule.code, rule]),
  );
  if (inOrder.includes(undefined)) throw new Error(`run ${run.id} pins a rule version that is gone`);
  return { rules: [...rules.values()], requiredDatasets: body.requiredDatasets, reportingYear: outline.reportingYear };
};

/** Fetches exactly the objects a run pinned, of just the datasets its rules name, each checked against its hash. */
export const prepareJob = async (ports: PortsWithObjects, run: ValidationRun, folder: string): Promise<EngineJob> => {
  const [definition, declared] = await Promise.all([rulesOf(ports, run), ports.store.datasets()]);
  const declarations = declared.map((read) => read.state);
  const named = withSchoolLinks(new Set(definition.rules.flatMap((rule) => rule.datasets)), declarations);
  const versions = await ports.store.datasetVersions(run.districtId, run.dataVersions);
  const datasets = await Promise.all(
    declarations
      .filter((declaration) => named.has(declaration.name))
      .map((declaration) =>
        fetched(
          ports,
          folder,
          declaration,
          versions.find((version) => version.dataset === declaration.name),
        ),
      ),
  );
  const schoolId = run.organizationId === run.districtId ? null : run.organizationId;
  return { workFolder: folder, datasets, schoolId, ...definition };
};

import { join } from 'node:path';
import { ingestInChild } from '../../shared/engine/ingest/ingest-in-child.ts';
import type { RunJob } from '../../shared/engine/run/job.ts';
import { parametersOfYear } from '../../shared/engine/run/parameters.ts';
import { seedDeclarations } from '../../shared/seed/declarations.ts';
import { seedDistricts } from '../../shared/seed/districts.ts';
import { seedRules } from '../../shared/seed/rules.ts';

/** As the worker gives them to a run. */
const limits = { memoryMb: 512, threads: 2, secondsPerRule: 60, secondsPerRun: 180, rowsPerRule: 1_000_000 };

/** The job a worker would get for Bear Creek's seeded data, its files ingested into the folder. */
export const bearCreekJob = async (folder: string): Promise<RunJob> => {
  const declarations = await seedDeclarations();
  const district = (await seedDistricts()).find(({ slug }) => slug === 'bear-creek');
  const datasets = [];
  for (const declaration of declarations) {
    const source = district?.files.find(({ dataset }) => dataset === declaration.name)?.path;
    const target = join(folder, `${declaration.name}.parquet`);
    if (source !== undefined) {
      const form = { format: 'NDJSON', gzip: false, declaration, workFolder: folder } as const;
      const outcome = await ingestInChild({ ...form, source, target, limits: { ...limits, fileBytes: 1e8 } });
      if (!outcome.ok) throw new Error(`${declaration.name} was refused`);
    }
    datasets.push({ declaration, files: source === undefined ? null : [target] });
  }
  const rules = (await seedRules()).map((rule, order) => ({ ...rule, order }));
  return {
    workFolder: join(folder, 'run'),
    datasets,
    schoolId: null,
    parameters: parametersOfYear(2022),
    rules,
    limits,
  };
};

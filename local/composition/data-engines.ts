import { join } from 'node:path';
import { type Assembly, loadAssembly, resourcesOfType } from '../assembly/assembly.ts';
import type { Doors } from '../assembly/identity.ts';
import { createFauxqs, type Fauxqs } from '../engines/fauxqs.ts';
import { createTables } from '../engines/tables.ts';
import { type ImageParts, restoreImage } from '../image/image.ts';
import type { Overhear, Part } from '../runtime.ts';
import type { Begun } from './begin.ts';

export interface DataEngines {
  readonly assembly: Assembly;
  readonly dynamodb: string;
  readonly fauxqs: Fauxqs;
  readonly imageParts: ImageParts;
}

interface Options {
  readonly portBase: number;
  readonly assemblyDir: string | Promise<string>;
  readonly keepDir?: string;
  readonly begun: Begun;
  readonly doors: Doors;
  readonly start: (part: Part) => Promise<void>;
  readonly overhear: Overhear;
}

/** Tables, queues and buckets of the template, filled from the image. */
export async function startDataEngines(options: Options): Promise<DataEngines> {
  const { portBase, keepDir, begun, start, overhear } = options;
  const assembly = loadAssembly(await options.assemblyDir, options.doors);
  const fauxqs = createFauxqs({
    port: portBase + 3,
    queues: resourcesOfType(assembly.resources, 'AWS::SQS::Queue'),
    buckets: resourcesOfType(assembly.resources, 'AWS::S3::Bucket'),
    overhear,
    ...(keepDir ? { dataDir: join(keepDir, 'messages-and-objects') } : {}),
  });
  await Promise.all([begun.answering, start(fauxqs)]);

  const { endpoint } = begun.dynamodb;
  const tables = resourcesOfType(assembly.resources, 'AWS::DynamoDB::Table');
  await createTables(endpoint, tables);
  const tableNames = tables.map(({ physicalId }) => physicalId);
  const imageParts = { dynamodb: endpoint, tableNames, objects: fauxqs.objects };
  if (begun.beginning.image) await restoreImage(begun.beginning.image, imageParts);
  return { assembly, dynamodb: endpoint, fauxqs, imageParts };
}

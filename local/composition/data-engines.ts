import { join } from 'node:path';
import { type Assembly, loadAssembly, resourcesOfType } from '../assembly/assembly.ts';
import type { Doors } from '../assembly/identity.ts';
import { createDynamoDbLocal } from '../engines/dynamodb-local.ts';
import { createFauxqs, type Fauxqs } from '../engines/fauxqs.ts';
import { findJava } from '../engines/java.ts';
import { createTables } from '../engines/tables.ts';
import { type ImageParts, restoreImage } from '../image/image.ts';
import type { Part } from '../runtime.ts';

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
  readonly image: string | undefined;
  readonly doors: Doors;
  readonly begin: (part: Part) => Promise<void>;
}

/** Tables, queues and buckets of the template, filled from the image. DynamoDB Local starts while the assembly is still being made. */
export async function startDataEngines(options: Options): Promise<DataEngines> {
  const { portBase, keepDir, begin } = options;
  const dynamodb = createDynamoDbLocal({
    java: await findJava(),
    port: portBase + 2,
    ...(keepDir ? { dbPath: join(keepDir, 'tables') } : {}),
  });
  const tableEngine = begin(dynamodb);
  // A failing build is told first; the engine's own failure is told where it is waited for.
  tableEngine.catch(() => {});
  const assembly = loadAssembly(await options.assemblyDir, options.doors);
  const fauxqs = createFauxqs({
    port: portBase + 3,
    queues: resourcesOfType(assembly.resources, 'AWS::SQS::Queue'),
    buckets: resourcesOfType(assembly.resources, 'AWS::S3::Bucket'),
    ...(keepDir ? { dataDir: join(keepDir, 'messages-and-objects') } : {}),
  });
  await Promise.all([tableEngine, begin(fauxqs)]);

  const tables = resourcesOfType(assembly.resources, 'AWS::DynamoDB::Table');
  await createTables(dynamodb.endpoint, tables);
  const tableNames = tables.map(({ physicalId }) => physicalId);
  const imageParts = { dynamodb: dynamodb.endpoint, tableNames, objects: fauxqs.objects };
  if (options.image) await restoreImage(options.image, imageParts);
  return { assembly, dynamodb: dynamodb.endpoint, fauxqs, imageParts };
}

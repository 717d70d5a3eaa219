import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const templateSchema = z.object({
  Resources: z
    .record(
      z.string(),
      z.object({
        Type: z.string(),
        Properties: z.record(z.string(), z.unknown()).default({}),
        Metadata: z.record(z.string(), z.unknown()).default({}),
        Condition: z.string().optional(),
      }),
    )
    .default({}),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }))
    .default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
});

const artifactSchema = z.object({
  type: z.string(),
  properties: z
    .object({
      stackName: z.string().optional(),
      templateFile: z.string().optional(),
      file: z.string().optional(),
      directoryName: z.string().optional(),
    })
    .optional(),
});

const manifestSchema = z.object({ artifacts: z.record(z.string(), artifactSchema).default({}) });

const assetsSchema = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string().optional() }) })).default({}),
});

export type Template = z.infer<typeof templateSchema>;

export interface Stack {
  readonly name: string;
  readonly template: Template;
}

export interface Manifest {
  readonly stacks: readonly Stack[];
  /** Asset id (the object key without its extension) to the absolute path of the file or folder it was made from. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Reads every stack and every file asset that `cdk synth` wrote, nested assemblies included. Throws when there is none. */
export function readManifest(directory: string): Manifest {
  const path = join(directory, 'manifest.json');
  if (!existsSync(path)) throw new Error(`No synthesized assembly in ${directory}: run "npm run synth" first`);
  const stacks: Stack[] = [];
  const assets = new Map<string, string>();
  for (const [id, artifact] of Object.entries(manifestSchema.parse(readJson(path)).artifacts)) {
    const { stackName, templateFile, file, directoryName } = artifact.properties ?? {};
    if (artifact.type === 'aws:cloudformation:stack' && templateFile) {
      stacks.push({ name: stackName ?? id, template: templateSchema.parse(readJson(join(directory, templateFile))) });
    }
    if (artifact.type === 'cdk:asset-manifest' && file) addAssets(directory, file, assets);
    if (artifact.type === 'cdk:cloud-assembly' && directoryName) {
      const nested = readManifest(join(directory, directoryName));
      stacks.push(...nested.stacks);
      for (const [key, value] of nested.assets) assets.set(key, value);
    }
  }
  return { stacks, assets };
}

function addAssets(directory: string, file: string, assets: Map<string, string>): void {
  for (const [id, { source }] of Object.entries(assetsSchema.parse(readJson(join(directory, file))).files)) {
    if (source.path) assets.set(id, join(directory, source.path));
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

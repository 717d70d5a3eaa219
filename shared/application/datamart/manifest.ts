import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { CompactedObjects } from '../../domain/certification-event/commands.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import { compactedFolder } from './parts.ts';

const storedObject = z.object({ key: z.string(), bytes: z.int(), sha256: z.string() });

const compactedObject = z
  .object({
    dataset: z.string(),
    declarationVersion: z.int(),
    rows: z.int(),
    object: storedObject,
    /** Keys of the objects whose rows are in it, in their order. */
    sources: z.array(z.string()).readonly(),
  })
  .readonly();

/** One large object as it was written. */
export type CompactedObject = z.infer<typeof compactedObject>;

const manifestSchema = z.object({ manifestVersion: z.literal(1), objects: z.array(compactedObject).readonly() });

/** Says in one object what was written; the name is made of it, so that the same is never another. */
export const writeManifest = async (
  { objects }: PortsWithObjects,
  id: CertificationEventId,
  written: readonly CompactedObject[],
): Promise<CompactedObjects> => {
  const text = canonicalJson({ manifestVersion: 1, objects: written });
  const name = createHash('sha256').update(text).digest('hex').slice(0, 24);
  const manifest = await objects.putText('data', `${compactedFolder(id)}${name}.json`, text, 'application/json');
  return {
    manifest,
    objects: written.length,
    rows: written.reduce((sum, { rows }) => sum + rows, 0),
    bytes: written.reduce((sum, { object }) => sum + object.bytes, 0),
  };
};

export const readManifest = async ({ objects }: PortsWithObjects, key: string): Promise<readonly CompactedObject[]> =>
  manifestSchema.parse(JSON.parse(await objects.readText('data', key))).objects;

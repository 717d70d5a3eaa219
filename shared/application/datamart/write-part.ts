import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chunksOf } from '../../kernel/chunks-of.ts';
import type { Compactor } from '../ports/compactor.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import type { WorkFolders } from '../ports/work-folder.ts';
import type { CompactedObject } from './manifest.ts';
import type { Part } from './parts.ts';

/** What compaction needs. */
export interface CompactionPorts extends PortsWithObjects {
  readonly folders: WorkFolders;
  readonly compactor: Compactor;
}

const downloadsAtOnce = 8;

const fetch = async ({ objects }: CompactionPorts, folder: string, { sources }: Part): Promise<readonly string[]> => {
  const wanted = sources.map(({ organizationId, object }, index) => {
    return {
      object,
      place: join(folder, String(index)),
      file: join(folder, String(index), `${organizationId}.parquet`),
    };
  });
  for (const group of chunksOf(wanted, downloadsAtOnce))
    await Promise.all(
      group.map(async ({ object, place, file }) => {
        await mkdir(place);
        await objects.download('data', object, file);
      }),
    );
  return wanted.map(({ file }) => file);
};

const compose = (ports: CompactionPorts, part: Part): Promise<CompactedObject['object']> =>
  ports.folders.within(async (workFolder) => {
    const files = await fetch(ports, workFolder, part);
    const target = join(workFolder, 'compacted.parquet');
    const { rows } = await ports.compactor.compact({ workFolder, declaration: part.declaration, files, target });
    if (rows !== part.rows) throw new Error(`${part.key} would hold ${rows} rows, and its sources have ${part.rows}`);
    return ports.objects.putFile('data', part.key, target, 'application/vnd.apache.parquet');
  });

/** Writes one large object, unless it is there since a round that was ended: its name tells that it is the same. */
export const writePart = async (ports: CompactionPorts, part: Part): Promise<CompactedObject> => {
  const { key, declaration, sources, rows } = part;
  const present = await ports.objects.fingerprint('data', key);
  return {
    dataset: declaration.name,
    declarationVersion: declaration.version,
    rows,
    object: present === undefined ? await compose(ports, part) : { key, ...present },
    sources: sources.map(({ object }) => object.key),
  };
};

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetVersion } from '../../../domain/dataset/state.ts';
import type { DatasetDeclaration } from '../../../engine/declaration.ts';
import type { OrganizationId } from '../../../kernel/ids.ts';
import type { LocalDataset } from '../../ports/engine.ts';
import type { PortsWithObjects } from '../../ports/ports.ts';

/** The files of a district on this machine, as the snapshots of its schools need them one after the other. */
export type DistrictFiles = (
  districtId: OrganizationId,
  versions: readonly DatasetVersion[],
) => Promise<readonly LocalDataset[]>;

/** Keeps what was fetched for the next school of the district; the files of the district before are gone. */
export const districtFiles = ({ store, objects }: PortsWithObjects, folder: string): DistrictFiles => {
  const fetched = new Map<string, LocalDataset>();
  let present = '';
  let declared: Promise<readonly DatasetDeclaration[]> | undefined;

  const moveTo = async (place: string): Promise<void> => {
    if (place === present) return;
    if (present !== '') await rm(present, { recursive: true });
    fetched.clear();
    await mkdir(place);
    present = place;
  };

  const fetch = async (declaration: DatasetDeclaration, version: DatasetVersion | undefined): Promise<LocalDataset> => {
    if (version === undefined) return { declaration, files: null };
    const file = join(present, `${version.dataset}-${version.version}.parquet`);
    const known = fetched.get(file);
    if (known !== undefined) return known;
    await objects.download('data', version.object, file);
    const local = { declaration, files: [file] };
    fetched.set(file, local);
    return local;
  };

  return async (districtId, versions) => {
    declared ??= store.datasets().then((read) => read.map(({ state }) => state));
    await moveTo(join(folder, districtId));
    return Promise.all(
      (await declared).map((declaration) =>
        fetch(
          declaration,
          versions.find(({ dataset }) => dataset === declaration.name),
        ),
      ),
    );
  };
};

import type { CompletedSnapshot } from '../../domain/snapshot/state.ts';
import type { StoredObject } from '../../domain/validation-run/state.ts';
import type { ObjectStore } from '../ports/world.ts';

export interface Verification {
  readonly ok: boolean;
  readonly checked: number;
  /** What is not as it was pinned; `found` is null where nothing is left. */
  readonly differing: readonly { readonly dataset: string; readonly expected: string; readonly found: string | null }[];
  readonly contentHash: string;
}

const foundHash = async (objects: ObjectStore, { key }: StoredObject): Promise<string | null> =>
  (await objects.fingerprint('data', key))?.sha256 ?? null;

/** Reads every pinned object and the manifest in full and compares their hashes with what was recorded when it was taken. */
export const verifySnapshot = async (objects: ObjectStore, snapshot: CompletedSnapshot): Promise<Verification> => {
  const vouched = [
    ...snapshot.pinned.map(({ dataset, object }) => ({ dataset, object })),
    { dataset: 'manifest', object: snapshot.manifest },
  ];
  const compared = await Promise.all(
    vouched.map(async ({ dataset, object }) => ({
      dataset,
      expected: object.sha256,
      found: await foundHash(objects, object),
    })),
  );
  const differing = compared.filter(({ expected, found }) => expected !== found);
  return { ok: differing.length === 0, checked: compared.length, differing, contentHash: snapshot.contentHash };
};

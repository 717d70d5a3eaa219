import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { Store } from '../ports/store.ts';
import { denied } from './denied.ts';

/** A declaration as it is now, or as it was in an earlier version; `version` is that of the dataset's own item. */
export interface ShownDataset {
  readonly declaration: DatasetDeclaration;
  readonly version: number;
}

export const datasetFor = async (
  store: Store,
  caller: Caller,
  name: string,
  wanted: number | undefined,
): Promise<Result<ShownDataset, Refusal>> => {
  const refused = denied(caller, 'getDataset', { kind: 'AGENCY' });
  if (refused) return refuse(refused);
  const read = await store.load('dataset', name);
  if (read === undefined) return refuse(refusal('NOT_FOUND'));
  const isPast = wanted !== undefined && wanted !== read.state.version;
  const declaration = isPast ? await store.declaration(name, wanted) : read.state;
  return declaration === undefined ? refuse(refusal('NOT_FOUND')) : ok({ declaration, version: read.version });
};

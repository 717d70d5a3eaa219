import { canSee } from '../../domain/access/visibility.ts';
import { personOf } from '../../domain/actor.ts';
import type { Category, Level } from '../../domain/category/state.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { CategoryId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { Versioned } from '../entities.ts';
import type { Store } from '../ports/store.ts';
import { denied } from '../queries/denied.ts';
import { holdsText, isWanted } from '../queries/matches.ts';

export interface CategoryFilter {
  readonly name?: string | undefined;
  readonly level?: Level | undefined;
  readonly active?: boolean | undefined;
  readonly published?: boolean | undefined;
}

/** Districts see the published ones only. */
export const matchingCategories = async (
  store: Store,
  caller: Caller,
  { name, level, active, published }: CategoryFilter,
): Promise<readonly Category[]> =>
  (await store.categories())
    .map((read) => read.state)
    .filter(
      (category) =>
        canSee(personOf(caller.actor), { kind: 'CATEGORY', category }) &&
        holdsText(category.name, name) &&
        isWanted(category.level, level) &&
        isWanted(category.active, active) &&
        isWanted(category.published, published),
    );

export const categoryFor = async (
  store: Store,
  caller: Caller,
  id: CategoryId,
): Promise<Result<Versioned<Category>, Refusal>> => {
  const read = await store.load('category', id);
  if (read === undefined) return refuse(refusal('NOT_FOUND'));
  const refused = denied(caller, 'getCategory', { kind: 'CATEGORY', category: read.state });
  return refused === null ? ok(read) : refuse(refused);
};

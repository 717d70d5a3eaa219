import type { CategoryCommand, CreateCategory } from '../../domain/category/commands.ts';
import { decideCategory, decideCreateCategory } from '../../domain/category/decide.ts';
import { evolveCategory } from '../../domain/category/evolve.ts';
import type { Category } from '../../domain/category/state.ts';
import { draftOf, publishedOf } from '../../domain/certification-event/lifecycle.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import { type CategoryId, categoryId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { evolveAll } from '../evolve-all.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import { denied } from '../queries/denied.ts';
import { categoryView } from '../views/directory-view.ts';
import { type Answered, isStale } from './answered.ts';

type CategoryAnswer = Answered<ReturnType<typeof categoryView>>;

export interface NewCategory {
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  readonly fields: CreateCategory['fields'];
}

export const createCategory = (
  ports: Ports,
  { caller, repeat, fields }: NewCategory,
): Promise<Result<CategoryAnswer, CommandFailure>> =>
  handleCommand(ports, {
    caller,
    repeat,
    operation: 'createCategory',
    target: 'categories',
    attempt: async () => {
      const refused = denied(caller, 'createCategory', { kind: 'AGENCY' });
      if (refused !== null) return refuse(refused);
      const command = { type: 'createCategory', id: categoryId(ports.ids.next('cat')), fields } as const;
      const decided = decideCreateCategory(command);
      if (!decided.ok) return decided;
      const [created] = decided.value;
      if (created === undefined) throw new Error('a category was made without effect');
      const after = created.category;
      return ok({
        transitions: [{ entity: 'category', key: after.id, before: null, after, command: command.type }],
        answer: { version: 1, body: categoryView(after) },
      });
    },
  });

export interface CategoryChange {
  readonly id: CategoryId;
  readonly caller: Caller;
  readonly expectedVersion: number | null;
  readonly fields: Partial<Pick<Category, 'name' | 'description' | 'active'>>;
}

/** Published, or being published, with this category. */
const isUsed = async (store: Store, id: CategoryId): Promise<boolean> =>
  (await store.certificationEvents()).some(({ state }) => {
    const isLive = state.status === 'PUBLISHED' || state.status === 'PUBLISHING';
    const definitions = [publishedOf(state), state.status === 'PUBLISHING' ? state.publishing : draftOf(state)];
    return isLive && definitions.some((definition) => definition?.outline.categoryId === id);
  });

const deniedChange = (caller: Caller, category: Category, { active }: CategoryChange['fields']): Refusal | null => {
  const resource = { kind: 'CATEGORY', category } as const;
  const asMore = active === false && category.active ? denied(caller, 'category:DEACTIVATE', resource) : null;
  return denied(caller, 'changeCategory', resource) ?? asMore;
};

/** One step of a category that is there. */
const step = async (
  { store }: Ports,
  id: CategoryId,
  denial: (category: Category) => Refusal | null,
  expectedVersion: number | null,
  commandFor: () => Promise<CategoryCommand>,
): Promise<Result<Plan<CategoryAnswer>, AttemptFailure>> => {
  const before = await store.load('category', id);
  if (before === undefined) return refuse(refusal('NOT_FOUND'));
  const refused = denial(before.state);
  if (refused !== null) return refuse(refused);
  if (isStale(expectedVersion, before)) return refuse({ code: 'IF_MATCH_STALE' });
  const command = await commandFor();
  const decided = decideCategory(before.state, command);
  if (!decided.ok) return decided;
  const after = evolveAll(evolveCategory, before.state, decided.value);
  const isChanged = decided.value.length > 0;
  return ok({
    transitions: isChanged ? [{ entity: 'category', key: id, before, after, command: command.type }] : [],
    answer: { version: before.version + (isChanged ? 1 : 0), body: categoryView(after) },
  });
};

export const changeCategory = (
  ports: Ports,
  change: CategoryChange,
): Promise<Result<CategoryAnswer, CommandFailure>> => {
  const { id, caller, fields, expectedVersion } = change;
  const commandFor = async (): Promise<CategoryCommand> => ({
    type: 'changeCategory',
    fields,
    inUse: fields.active === false && (await isUsed(ports.store, id)),
  });
  return handleCommand(ports, {
    caller,
    repeat: null,
    operation: 'changeCategory',
    target: id,
    attempt: () => step(ports, id, (category) => deniedChange(caller, category, fields), expectedVersion, commandFor),
  });
};

export const publishCategory = (
  ports: Ports,
  { id, caller, repeat }: { readonly id: CategoryId; readonly caller: Caller; readonly repeat: RepeatKey | null },
): Promise<Result<CategoryAnswer, CommandFailure>> =>
  handleCommand(ports, {
    caller,
    repeat,
    operation: 'publishCategory',
    target: id,
    attempt: () =>
      step(
        ports,
        id,
        (category) => denied(caller, 'publishCategory', { kind: 'CATEGORY', category }),
        null,
        async () => ({ type: 'publishCategory' }),
      ),
  });

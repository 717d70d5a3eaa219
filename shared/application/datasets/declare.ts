import type { DatasetDeclaration } from '../../engine/declaration.ts';
import { decideCreateDataset, decideReplaceDataset } from '../../domain/dataset/decide-declaration.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import type { Versioned } from '../entities.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import { denied } from '../queries/denied.ts';
import { datasetView } from '../views/dataset-view.ts';

type DatasetView = ReturnType<typeof datasetView>;

export interface DeclarationAnswer {
  readonly version: number;
  readonly body: DatasetView;
}

const planOf = (
  before: Versioned<DatasetDeclaration> | null,
  after: DatasetDeclaration,
  { command, reason }: { readonly command: string; readonly reason: string | undefined },
): Plan<DeclarationAnswer> => ({
  transitions: [{ entity: 'dataset', key: after.name, before, after, command, reason }],
  inserts: [{ row: 'declaration', declaration: after }],
  answer: { version: (before?.version ?? 0) + 1, body: datasetView(after) },
});

export interface NewDataset {
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  readonly declaration: DatasetDeclaration;
  readonly reason: string | undefined;
}

/** Declares a dataset. What was declared under that name at the same moment is found and told. */
export const createDataset = (ports: Ports, wish: NewDataset): Promise<Result<DeclarationAnswer, CommandFailure>> =>
  handleCommand(ports, {
    caller: wish.caller,
    repeat: wish.repeat,
    operation: 'createDataset',
    target: wish.declaration.name,
    attempt: async () => {
      const refused = denied(wish.caller, 'createDataset', { kind: 'AGENCY' });
      if (refused !== null) return refuse(refused);
      const others = (await ports.store.datasets()).map((read) => read.state);
      const present = await ports.store.load('dataset', wish.declaration.name);
      const decided = decideCreateDataset(wish.declaration, present ? [...others, present.state] : others);
      if (!decided.ok) return decided;
      return ok(planOf(null, wish.declaration, { command: 'createDataset', reason: wish.reason }));
    },
  });

export interface DatasetReplacement {
  readonly caller: Caller;
  readonly expectedVersion: number | null;
  readonly declaration: DatasetDeclaration;
  readonly confirm: boolean;
  readonly reason: string | undefined;
}

/** Rules whose text names a column: a hint for whoever confirms that it goes. */
const withReaders = async (ports: Ports, failure: Refusal, name: string): Promise<Refusal> => {
  if (failure.code !== 'CONFIRMATION_REQUIRED') return failure;
  const rules = (await ports.store.rules()).map(({ state }) => state.newest);
  const reading = rules.filter(({ datasets, previousDatasets }) => [...datasets, ...previousDatasets].includes(name));
  return { ...failure, facts: { ...failure.facts, rules: reading.map(({ code }) => code).toSorted() } };
};

const replacement = async (
  ports: Ports,
  { caller, expectedVersion, declaration, confirm, reason }: DatasetReplacement,
): Promise<Result<Plan<DeclarationAnswer>, AttemptFailure>> => {
  const refused = denied(caller, 'replaceDataset', { kind: 'AGENCY' });
  if (refused !== null) return refuse(refused);
  const before = await ports.store.load('dataset', declaration.name);
  if (before === undefined) return refuse(refusal('NOT_FOUND'));
  if (expectedVersion !== null && expectedVersion !== before.version) return refuse({ code: 'IF_MATCH_STALE' });
  const others = (await ports.store.datasets()).map(({ state }) => state);
  const decided = decideReplaceDataset(before.state, declaration, others, confirm);
  if (!decided.ok) return refuse(await withReaders(ports, decided.failure, declaration.name));
  const [happening] = decided.value;
  if (happening === undefined)
    return ok({ transitions: [], answer: { version: before.version, body: datasetView(before.state) } });
  return ok(planOf(before, happening.declaration, { command: 'replaceDataset', reason }));
};

/** A new version of a declaration; the versions delivered before stay with the one they were checked by. */
export const replaceDataset = (
  ports: Ports,
  wish: DatasetReplacement,
): Promise<Result<DeclarationAnswer, CommandFailure>> =>
  handleCommand(ports, {
    caller: wish.caller,
    repeat: null,
    operation: 'replaceDataset',
    target: wish.declaration.name,
    attempt: () => replacement(ports, wish),
  });

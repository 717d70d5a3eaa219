import { personOf } from '../../domain/actor.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type Caller, type RepeatKey, unstamped } from '../caller.ts';
import { type CommandFailure, handleCommand } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import type { ManyRequest } from './act-on-many.ts';

export interface RowResult {
  readonly organizationId: OrganizationId;
  readonly outcome: 'APPLIED' | 'REFUSED';
  readonly code: CommandFailure['code'] | null;
}

/** One participant of the request, its asker as he is when its turn comes, and the key that its own answer is kept under. */
export interface Row {
  readonly organizationId: OrganizationId;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
}

/** What is kept of a row: a repeat of the request finds it again, whatever has become possible or impossible since. */
export type RowAnswer<Answer> = { readonly done: Answer } | { readonly refused: CommandFailure };

type ToldRow<Answer> = Result<RowAnswer<Answer>, CommandFailure>;

/** Where the same request was at work at the same time and did it, that is what is told. */
const keepRefusal = <Answer>(
  ports: Ports,
  { organizationId, caller, repeat }: Row,
  refused: CommandFailure,
): Promise<ToldRow<Answer>> =>
  handleCommand<RowAnswer<Answer>>(ports, {
    caller,
    repeat,
    operation: 'keepRefusal',
    target: organizationId,
    attempt: async () => ok({ transitions: [], answer: { refused } }),
  });

const rowKey = (repeat: RepeatKey | null, organizationId: OrganizationId): RepeatKey | null =>
  repeat && { ...repeat, key: `${repeat.key}#${organizationId}` };

// Rows of one certification event share its fence: a few at a time keep out of each other's way.
const atOnce = 8;

/** The caller with his rights as they are now: a long request outlives what he had when it began. */
const afresh = async (store: Store, caller: Caller): Promise<Caller> => {
  const read = await store.load('user', personOf(caller.actor).id);
  if (read === undefined) throw new Error('whoever asks is gone');
  return { ...unstamped(caller), actor: { kind: 'PERSON', user: read.state } };
};

interface Rows<Answer> {
  readonly results: readonly RowResult[];
  readonly answers: ReadonlyMap<OrganizationId, Answer>;
  readonly failures: readonly CommandFailure[];
}

/** Each row on its own, in the order of the request. Whatever it is told, a refusal too, is kept. */
export const eachRow = async <Answer>(
  ports: Ports,
  { caller, repeat }: ManyRequest<unknown>,
  organizationIds: readonly OrganizationId[],
  act: (row: Row) => Promise<ToldRow<Answer>>,
): Promise<Rows<Answer>> => {
  const results: RowResult[] = [];
  const answers = new Map<OrganizationId, Answer>();
  const failures: CommandFailure[] = [];
  const note = (organizationId: OrganizationId, told: ToldRow<Answer>): void => {
    const answer = told.ok ? told.value : { refused: told.failure };
    if ('done' in answer) {
      answers.set(organizationId, answer.done);
      results.push({ organizationId, outcome: 'APPLIED', code: null });
      return;
    }
    failures.push(answer.refused);
    results.push({ organizationId, outcome: 'REFUSED', code: answer.refused.code });
  };
  for (let start = 0; start < organizationIds.length; start += atOnce) {
    const now = await afresh(ports.store, caller);
    const rows = organizationIds
      .slice(start, start + atOnce)
      .map((organizationId): Row => ({ organizationId, caller: now, repeat: rowKey(repeat, organizationId) }));
    const told = await Promise.all(
      rows.map(async (row) => {
        const outcome = await act(row);
        const kept = outcome.ok ? outcome : await keepRefusal<Answer>(ports, row, outcome.failure);
        return { organizationId: row.organizationId, kept };
      }),
    );
    for (const { organizationId, kept } of told) note(organizationId, kept);
  }
  return { results, answers, failures };
};

import type { operations } from '../../shared/contracts/operations.ts';
import type { Answer, Person } from '../story/client.ts';
import { refusalOf } from '../story/read.ts';
import type { Asker } from './askers.ts';
import { type Thing, verdictOn } from './facts.ts';
import { type Question, questions } from './questions.ts';

type Row = (typeof operations)[number];
export type AskedRow = Exclude<Row, { readonly operationId: 'getOpenApi' }>;

export const isAsked = (row: Row): row is AskedRow => row.operationId !== 'getOpenApi';

/** Where an address has a parameter that is not about the thing itself. */
const others: Readonly<Record<string, string>> = { step: 'district-validation', userId: 'ALL', id: 'req_absent' };

const pathOf = ({ operationId, path }: AskedRow, { ids }: Thing): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const isRequest = operationId === 'withdrawRecertificationRequest' && name === 'id';
    return (isRequest ? undefined : ids[name]) ?? others[name] ?? 'missing';
  });

const addressOf = (row: AskedRow, { query }: Question, thing: Thing): string =>
  query === undefined ? pathOf(row, thing) : `${pathOf(row, thing)}?${query(thing)}`;

const send = (person: Person, row: AskedRow, question: Question, thing: Thing): Promise<Answer> =>
  person.send(row.method, addressOf(row, question, thing), {
    ...(row.body === null ? {} : { body: question.body?.(thing) ?? {} }),
    headers: row.ifMatch ? { 'if-match': '"999999"' } : {},
  });

const expectedOf = ({ known, always }: Asker, row: AskedRow, question: Question, thing: Thing): string => {
  if (known === null || always !== null) return always ?? '';
  const verdict = verdictOn(row.operationId, known, thing);
  const { allowed, outOfSight = '404 NOT_FOUND' } = question;
  if (verdict === 'ALLOWED') return typeof allowed === 'function' ? allowed(thing, known) : allowed;
  return verdict === 'FORBIDDEN' ? '403 FORBIDDEN' : outOfSight;
};

/** What a refusal tells apart from where and when it was asked. */
const told = ({ body: { instance: _instance, requestId: _requestId, ...rest } }: Answer): string =>
  JSON.stringify(rest);

export interface Cell {
  readonly asker: string;
  readonly thing: string;
  readonly expected: string;
  readonly got: string;
  readonly told: string;
}

const ask = async (asker: Asker, row: AskedRow, thing: Thing): Promise<Cell> => {
  const question = questions[row.operationId];
  const answer = await send(asker.person, row, question, thing);
  const expected = expectedOf(asker, row, question, thing);
  const got = answer.status < 400 ? `${answer.status}` : refusalOf(answer);
  return { asker: asker.name, thing: thing.name, expected, got, told: told(answer) };
};

const atOnce = 4;

/** Everybody asks one operation about everything; who hears the same whatever he asks, about one thing only. */
export const askEverybody = async (
  askers: readonly Asker[],
  row: AskedRow,
  things: readonly Thing[],
): Promise<readonly Cell[]> => {
  const wanted = askers.flatMap((asker) =>
    (asker.always === null ? things : things.slice(0, 1)).map((thing) => [asker, thing] as const),
  );
  const cells: Cell[] = [];
  for (let first = 0; first < wanted.length; first += atOnce) {
    const some = wanted.slice(first, first + atOnce);
    cells.push(...(await Promise.all(some.map(([asker, thing]) => ask(asker, row, thing)))));
  }
  return cells;
};

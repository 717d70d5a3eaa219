import { isDeepStrictEqual } from 'node:util';
import { inMemoryParts, verify, violationsIn } from '../../../shared/verification/verify.ts';
import type { TableRow } from '../../../shared/application/ports/table-rows.ts';
import { Dispatches } from '../deliveries/dispatches.ts';
import { wrongDeliveries } from '../deliveries/judge.ts';
import type { World } from '../world/world.ts';
import type { Ledger, Reply, Told } from './client.ts';

const isSuccess = ({ status }: { readonly status: number }): boolean => status < 300;

const aboutMany = /\/(decisions|snapshots)$/;

/** What the table says of requests with a key. */
interface Kept {
  readonly keys: ReadonlySet<string>;
  /** Requests that changed something, each with the number of its try behind its key. */
  readonly tries: ReadonlySet<string>;
}

const keptIn = (rows: readonly TableRow[]): Kept => ({
  keys: new Set(rows.flatMap((row) => (row.row === 'request' ? [row.request.key] : []))),
  tries: new Set(rows.flatMap((row) => (row.row === 'audit' ? [row.entry.requestId] : []))),
});

/** Links to put a file are made anew for each answer, and end. */
const keptOf = (reply: Reply | undefined): Reply | undefined =>
  reply?.body?.url === undefined ? reply : { ...reply, body: { ...reply.body, url: null } };

/** Every repeat was told the same, and what anybody was told is what is kept. */
const untrueAnswers = ({ key, operation, replies, heard }: Told, { keys, tries }: Kept): readonly string[] => {
  const first = replies.find(isSuccess);
  const later = first === undefined ? [] : replies.slice(replies.indexOf(first));
  const different = later.some((reply) => !isDeepStrictEqual(keptOf(reply), keptOf(first)));
  const lost = heard !== undefined && isSuccess(heard) && !keys.has(key);
  // A request about many keeps that it was asked under its own key, and what its rows were told under theirs, refusals too.
  const done = aboutMany.test(operation) ? [...tries].some((one) => one.startsWith(`${key}.`)) : keys.has(key);
  const denied = heard !== undefined && !isSuccess(heard) && done;
  return [
    ...(different ? [`${key} ${operation}: a repeat was answered otherwise`] : []),
    ...(lost ? [`${key} ${operation}: told a success that nobody kept`] : []),
    ...(denied ? [`${key} ${operation}: told ${heard.status} of what was done`] : []),
  ];
};

export const rowsOf = async (world: World): Promise<readonly TableRow[]> => {
  const rows: TableRow[] = [];
  for await (const row of world.ports.tableRows.all()) rows.push(row);
  return rows;
};

/** Everything that is wrong with a world at rest. */
export const wrongIn = async (
  world: World,
  ledger: Ledger,
  dispatches = new Dispatches(),
): Promise<readonly string[]> => {
  const rows = await rowsOf(world);
  const kept = keptIn(rows);
  const verdict = await verify(inMemoryParts(rows), {
    now: world.clock.now(),
    objects: world.ports.objects,
    live: true,
  });
  return [
    ...violationsIn(verdict),
    ...ledger.told.flatMap((told) => untrueAnswers(told, kept)),
    ...wrongDeliveries(world, rows, dispatches),
    ...world.closings.late,
    ...world.broken.map((fault) => `the simulation cannot do this: ${String(fault)}`),
  ];
};

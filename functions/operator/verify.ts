import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { parseInstant } from '../../shared/kernel/instant.ts';
import { invariants } from '../../shared/verification/register.ts';
import { isSound, lasting, type Verdict, verify } from '../../shared/verification/verify.ts';
import { objectStore } from '../../shared/wiring/objects.ts';
import { tableRows } from '../../shared/wiring/table-rows.ts';
import { spread } from './verify/spread.ts';

/**
 * Judges a whole stage by the thirty invariants: `npm run verify`, with a deployment's environment (TABLE_NAME, DATA_BUCKET,
 * REPORTS_BUCKET). One line an invariant; ends with 1 on any violation. It reads every row and every object and writes nothing,
 * and reads again where it finds something: what people write meanwhile is no violation.
 * `--without-objects` leaves the objects unread, `--now` judges by another clock than this machine's.
 */
const { values } = parseArgs({ options: { 'without-objects': { type: 'boolean' }, now: { type: 'string' } } });

const longestList = 20;

const objects = values['without-objects'] ? undefined : objectStore('data', 'reports');

const report = (verdict: Verdict): void => {
  const names = new Map(invariants.map(({ number, sentence }) => [number, sentence]));
  for (const [number, found] of verdict) {
    const name = names.get(number) ?? 'Every item can be read.';
    process.stdout.write(`${found.length === 0 ? 'ok  ' : 'FAIL'} ${String(number).padStart(2)} ${name}\n`);
    for (const sentence of found.slice(0, longestList)) process.stdout.write(`        ${sentence}\n`);
    if (found.length > longestList) process.stdout.write(`        and ${found.length - longestList} more\n`);
  }
};

const given = values.now === undefined ? undefined : parseInstant(values.now);

const judge = async (): Promise<Verdict> => {
  const folder = await mkdtemp(join(tmpdir(), 'attest-verify-'));
  try {
    const rows = await spread(tableRows(), folder);
    return await verify(rows, { now: given ?? systemClock().now(), live: true, objects });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const verdict = await lasting(judge);
report(verdict);
process.exitCode = isSound(verdict) ? 0 : 1;

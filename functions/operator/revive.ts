import { systemClock } from '../../shared/adapters/system/clock.ts';
import { dueList } from '../../shared/wiring/due-list.ts';
import { outboxRows } from '../../shared/wiring/outbox-rows.ts';

/**
 * Messages that were given up (docs/runbooks/unsent-messages.md): `npm run revive` lists them, `npm run revive -- <id> ...`
 * gives these ten new tries, with a deployment's environment (TABLE_NAME). The sweeper sends them within five minutes.
 * Ends with 1 when one of them was not given up.
 */
const now = systemClock().now();
const ids = process.argv.slice(2);

if (ids.length === 0)
  for (const { id, message, committedAt, problem } of (await dueList().due(now)).givenUp)
    process.stdout.write(`${id}  ${message.type}  committed ${committedAt}  ${problem ?? ''}\n`);

for (const id of ids) {
  const revived = await outboxRows().revive(id, now);
  process.stdout.write(`${id}  ${revived ? 'is sent again' : 'was not given up'}\n`);
  if (!revived) process.exitCode = 1;
}

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe } from 'vitest';
import { openTable } from '../../shared/adapters/dynamodb/table.ts';
import { createTableRows } from '../../shared/adapters/dynamodb/table-rows.ts';
import { millisOf } from '../../shared/kernel/instant.ts';
import { moment } from '../builders/time.ts';
import { settableClock } from '../fakes/settable-clock.ts';
import { askTable } from './aws/table-service.ts';
import { SimulatedTable } from './aws/table.ts';
import { answered, clientSettings, jsonAnswer, requestHandler, targetOf } from './aws/wire.ts';
import { portsOver } from '../contract/engine/open-dynamodb.ts';
import { describeAlerts } from '../contract/suites/alerts.ts';
import { describeAudit } from '../contract/suites/audit.ts';
import { describeCommits } from '../contract/suites/commits.ts';
import { describeEntities } from '../contract/suites/entities.ts';
import { describeInserts } from '../contract/suites/inserts.ts';
import { describeLists } from '../contract/suites/lists.ts';
import { describeMessages } from '../contract/suites/messages.ts';
import { describePeople } from '../contract/suites/people.ts';
import { describeRows } from '../contract/suites/rows.ts';
import { describeWork } from '../contract/suites/work.ts';
import type { OpenedWorld } from '../contract/world.ts';

/** The adapters and the SDK as they are, over the simulation's own table: it behaves as the real one as far as they ask. */
const openSimulated = async (): Promise<OpenedWorld> => {
  const clock = settableClock(moment('2026-05-05'));
  const now = () => millisOf(clock.now());
  const simulated = new SimulatedTable({ now, lagMillis: () => 0, onInsert: () => undefined });
  const client = new DynamoDBClient({
    ...clientSettings,
    maxAttempts: 1,
    requestHandler: requestHandler(async (call) =>
      answered(() => jsonAnswer(askTable(simulated, now(), targetOf(call), call.body.toString()))),
    ),
  });
  const table = openTable('simulated', client, async () => {});
  return { ...portsOver(table, clock), clock, rows: createTableRows(table) };
};

describe('on the simulated table', () => {
  describeEntities(openSimulated);
  describeCommits(openSimulated);
  describeInserts(openSimulated);
  describeAudit(openSimulated);
  describeLists(openSimulated);
  describePeople(openSimulated);
  describeMessages(openSimulated);
  describeAlerts(openSimulated);
  describeWork(openSimulated);
  describeRows(openSimulated);
});

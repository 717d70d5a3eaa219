import { describe } from 'vitest';
import { describeAudit } from './suites/audit.ts';
import { describeCommits } from './suites/commits.ts';
import { describeInserts } from './suites/inserts.ts';
import { describeAlerts } from './suites/alerts.ts';
import { describeMessages } from './suites/messages.ts';
import { openDynamoDb } from './world.ts';

describe('on DynamoDB', () => {
  describeCommits(openDynamoDb);
  describeInserts(openDynamoDb);
  describeAudit(openDynamoDb);
  describeMessages(openDynamoDb);
  describeAlerts(openDynamoDb);
});

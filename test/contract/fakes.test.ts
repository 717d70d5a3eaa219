import { describe } from 'vitest';
import { describeAudit } from './suites/audit.ts';
import { describeCommits } from './suites/commits.ts';
import { describeEntities } from './suites/entities.ts';
import { describeInserts } from './suites/inserts.ts';
import { describeLists } from './suites/lists.ts';
import { describeAlerts } from './suites/alerts.ts';
import { describePeople } from './suites/people.ts';
import { describeMessages } from './suites/messages.ts';
import { describeRows } from './suites/rows.ts';
import { describeWork } from './suites/work.ts';
import { openFakes } from './world.ts';

describe('in memory', () => {
  describeEntities(openFakes);
  describeCommits(openFakes);
  describeInserts(openFakes);
  describeAudit(openFakes);
  describeLists(openFakes);
  describePeople(openFakes);
  describeMessages(openFakes);
  describeAlerts(openFakes);
  describeWork(openFakes);
  describeRows(openFakes);
});

import { describe } from 'vitest';
import { describeEntities } from './suites/entities.ts';
import { describeLists } from './suites/lists.ts';
import { describePeople } from './suites/people.ts';
import { describeRows } from './suites/rows.ts';
import { describeWork } from './suites/work.ts';
import { openDynamoDb } from './world.ts';

describe('on DynamoDB', () => {
  describeEntities(openDynamoDb);
  describeLists(openDynamoDb);
  describePeople(openDynamoDb);
  describeWork(openDynamoDb);
  describeRows(openDynamoDb);
});

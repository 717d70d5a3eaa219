import { expect, inject, test } from 'vitest';
import { deliverNotification } from '../../shared/application/notifications/deliver-notification.ts';
import { sendDigests } from '../../shared/application/notifications/send-digests.ts';
import type { Notification, NotifyWork } from '../../shared/application/outbox.ts';
import { organizationId } from '../../shared/kernel/ids.ts';
import { aPublishedEvent } from '../builders/certification-event.ts';
import { aParticipant } from '../builders/participant.ts';
import { aCertifier, anAgency } from '../builders/people.ts';
import { day, moment } from '../builders/time.ts';
import { settableClock } from '../fakes/settable-clock.ts';
import { mustCommit } from './acts.ts';
import { meterOf } from './engine/meter.ts';
import { openNewTable, portsOver } from './engine/open-dynamodb.ts';
import { creating } from './samples/entities.ts';

const districts = Array.from({ length: 100 }, (_, index) => String(255_000 + index));
const namesOf = (id: string): readonly string[] => ['first', 'second', 'third'].map((name) => `${name}-${id}`);

/** A page of a statewide publication: 100 districts with three people each. */
const statewide = async () => {
  const { client, table } = await openNewTable(inject('dynamoDbEndpoint'));
  const clock = settableClock(moment('2026-05-07'));
  const world = { ...portsOver(table, clock), clock };
  await mustCommit(world, {
    transitions: [creating('agency', anAgency()), creating('certificationEvent', aPublishedEvent())],
  });
  for (const id of districts)
    await mustCommit(world, {
      transitions: [
        creating('participant', {
          ...aParticipant({ certifiers: namesOf(id), reviewers: [] }),
          organizationId: organizationId(id),
          districtId: organizationId(id),
        }),
        ...namesOf(id).map((name) => creating('user', aCertifier(name))),
      ],
    });
  const asked: NotifyWork[] = [];
  const queues = {
    sendRun: async () => undefined,
    sendIngest: async () => undefined,
    sendNotification: async (work: NotifyWork) => void asked.push(work),
  };
  return { ports: { ...world, queues, origin: 'https://attest.example.gov' }, requests: meterOf(client), asked };
};

const notification = (kind: Notification['kind']): Notification => ({
  kind,
  certificationEventId: aPublishedEvent().id,
  organizationId: null,
  audience: { kind: 'ALL_PARTICIPANTS' },
  dedupe: kind,
  postedAt: moment('2026-05-07'),
  facts: { due: '2026-05-18' },
});

const people = 300;

test('telling a page of a statewide publication reads its people in batches and writes each once, with his mail', async () => {
  const { ports, requests, asked } = await statewide();
  requests.length = 0;
  const work = { version: 1, type: 'NOTIFY', notification: notification('CERTIFICATION_EVENT_PUBLISHED') } as const;
  await deliverNotification(ports, work);
  const reads = requests.filter(({ operation }) => operation !== 'TransactWriteItems');
  expect(reads.map(({ operation }) => operation).toSorted()).toEqual([
    'BatchGetItem',
    'BatchGetItem',
    'BatchGetItem',
    'GetItem',
    'GetItem',
    'Query',
  ]);
  const writes = requests.filter(({ operation }) => operation === 'TransactWriteItems');
  expect(writes).toHaveLength(people);
  const sum = (units: (request: (typeof requests)[number]) => number) =>
    requests.reduce((total, request) => total + units(request), 0) / people;
  expect(sum(({ readUnits }) => readUnits)).toBeLessThanOrEqual(1.02);
  // The alert, its places in the inbox and among what is not read; the mail's row, its place in the due list until it is sent.
  expect(sum(({ writeUnits, indexUnits }) => writeUnits + indexUnits)).toBeLessThanOrEqual(10);
  expect(asked).toEqual([]);
});

test('what waits for the mail of the day is two small writes a person, and the mail one query and one', async () => {
  const { ports, requests } = await statewide();
  const work = { version: 1, type: 'NOTIFY', notification: notification('WINDOW_OPENS') } as const;
  await deliverNotification(ports, work);
  const told = requests.filter(({ operation }) => operation === 'PutItem');
  expect(told).toHaveLength(2 * people);
  expect(told.reduce((total, { writeUnits }) => total + writeUnits, 0)).toBe(2 * people);
  // In the inbox, and among what is not read.
  expect(told.reduce((total, { indexUnits }) => total + indexUnits, 0)).toBe(2 * people);
  requests.length = 0;
  await sendDigests(ports, day('2026-05-08'), undefined);
  const mailed = requests.filter(({ operation }) => operation === 'PutItem');
  expect(mailed).toHaveLength(50);
  expect(requests.filter(({ operation }) => operation === 'Query')).toHaveLength(51);
  expect(requests.filter(({ operation }) => operation === 'BatchGetItem')).toHaveLength(1);
});

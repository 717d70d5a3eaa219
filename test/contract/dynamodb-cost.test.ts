import { describe, expect, inject, it } from 'vitest';
import { organizationId } from '../../shared/kernel/ids.ts';
import { aCertifier, person } from '../builders/people.ts';
import { moment } from '../builders/time.ts';
import { settableClock } from '../fakes/settable-clock.ts';
import { changing, loaded, mustCommit } from './acts.ts';
import { meterOf } from './engine/meter.ts';
import { openNewTable, portsOver } from './engine/open-dynamodb.ts';
import { lastSubmission, newParticipant, submissionRecord } from './samples/deadline-hour.ts';
import { creating } from './samples/entities.ts';

const openMetered = async () => {
  const { client, table } = await openNewTable(inject('dynamoDbEndpoint'));
  const clock = settableClock(moment('2026-05-07'));
  return { world: { ...portsOver(table, clock), clock }, requests: meterOf(client) };
};

describe('the cost of the deadline hour', () => {
  it('is one request of at most ten write units a submission, besides the indexes', async () => {
    const { world, requests } = await openMetered();
    const { before, after } = lastSubmission();
    const { certificationEventId, organizationId: id } = after;
    await mustCommit(world, {
      transitions: [creating('participant', before)],
      fenceChange: { certificationEventId, status: 'PUBLISHED', revision: 1 },
    });
    const read = await loaded(world, 'participant', before);
    requests.length = 0;
    await mustCommit(world, {
      actor: person(aCertifier('bear-creek-second-certifier')),
      requestId: 'req_01KAMZ3Q81C2F00LMRFVKQ5C7Q',
      transitions: [{ ...changing('participant', read, after), command: 'submitCertification' }],
      fence: { certificationEventId, organizationId: id, revision: 1 },
      outbox: [
        {
          type: 'START_EXECUTION',
          machine: 'approval',
          name: `${certificationEventId}-${id}-1-1`,
          input: { version: 1, certificationEventId, organizationId: id, round: 1, sentSequence: 1 },
        },
      ],
      idempotency: submissionRecord(),
    });
    expect(requests.map(({ operation }) => operation)).toEqual(['TransactWriteItems']);
    expect(requests[0]).toMatchObject({ writeUnits: 10, indexUnits: 6 });
  });

  it('is one request and at most 44 read units for the board of 1,200 districts', async () => {
    const { world, requests } = await openMetered();
    const districts = Array.from({ length: 1200 }, (_, index) => organizationId(String(255_000 + index)));
    for (let from = 0; from < districts.length; from += 45)
      await mustCommit(world, {
        transitions: districts
          .slice(from, from + 45)
          .map((id) => creating('participant', { ...newParticipant(), organizationId: id, districtId: id })),
      });
    requests.length = 0;
    const page = await world.store.participantsPage(newParticipant().certificationEventId, { limit: 1200 });
    expect(page.items).toHaveLength(1200);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.readUnits).toBeLessThanOrEqual(44);
  });
});

import { describe, expect, it } from 'vitest';
import { after, type ClockEdge, clockEdges } from '../../../test/builders/clock-edges.ts';
import { aJourney, type Journey } from '../../../test/builders/journey.ts';
import { aCertifier, person } from '../../../test/builders/people.ts';
import { day } from '../../../test/builders/time.ts';
import { addDays } from '../../kernel/calendar-date.ts';
import type { Instant } from '../../kernel/instant.ts';
import { snapshotId, userId } from '../../kernel/ids.ts';
import { permittedOnCertification } from '../access/permitted.ts';
import type { ParticipantCommand } from './commands.ts';

const submit = {
  type: 'submitCertification',
  attestation: { name: 'Ana', accepted: true },
  attestationVersion: 1,
  hasGroups: true,
} as const;
const start = { type: 'startCertification', snapshotId: snapshotId('snp-edge') } as const;

type Moved = 'the end date' | 'his own override' | 'an override of all';

/** Where a day stands: as the end date, or in an override that is later than the end date. */
const deadlines: Readonly<Record<Moved, (edge: ClockEdge) => Parameters<typeof aJourney>[0]>> = {
  'the end date': ({ due, zone }) => ({ timeZone: zone, outline: { ...window, endDate: due } }),
  'his own override': ({ zone }) => ({ timeZone: zone, outline: { ...window, endDate: day('2026-02-02') } }),
  'an override of all': ({ due, zone }) => ({
    timeZone: zone,
    outline: { ...window, endDate: day('2026-02-02') },
    participant: { deadlineOverride: due },
  }),
};

const window = { startDate: day('2026-01-02'), certificationOpensDate: day('2026-01-03') } as const;

const aRace = (moved: Moved, edge: ClockEdge): Journey => {
  const journey = aJourney({ ...deadlines[moved](edge), certifiers: ['ana', 'ben'], on: '2026-01-15' });
  if (moved === 'his own override')
    for (const name of ['ana', 'ben'])
      journey.does('state-approver', {
        type: 'overrideDueDate',
        userId: userId(name),
        dueDate: edge.due,
        reason: 'flood',
      });
  return journey.starts('ana').worksThrough('ana');
};

const offered = (journey: Journey, name: string): readonly string[] =>
  permittedOnCertification(
    journey.participant,
    { hasGroups: true, viewed: () => true },
    journey.context(person(aCertifier(name))),
  );

const asked = (journey: Journey, name: string, command: ParticipantCommand): string => {
  const decided = journey.ask(name, command);
  return decided.ok ? 'OK' : decided.failure.code;
};

/** What is enforced, what is offered and what is shown at one instant: of ana, who has done everything, and ben, who has done nothing. */
const seenAt = (journey: Journey, now: Instant) => {
  journey.on(now);
  return {
    submit: asked(journey, 'ana', submit),
    start: asked(journey, 'ben', start),
    mayBeSubmitted: offered(journey, 'ana').includes('submitCertification'),
    mayBeStarted: offered(journey, 'ben').includes('startCertification'),
    shown: [journey.statusOf('ana'), journey.statusOf('ben')],
  };
};

const inTime = {
  submit: 'OK',
  start: 'OK',
  mayBeSubmitted: true,
  mayBeStarted: true,
  shown: ['INCOMPLETE', 'NOT_STARTED'],
};
const tooLate = {
  submit: 'PAST_DUE',
  start: 'PAST_DUE',
  mayBeSubmitted: false,
  mayBeStarted: false,
  shown: ['OVERDUE', 'OVERDUE'],
};

describe.each(['the end date', 'his own override', 'an override of all'] as const)('A due date by %s', (moved) => {
  it.each(clockEdges)('$due in $zone is over at $overAt for whatever is done, offered or shown', (edge) => {
    const journey = aRace(moved, edge);
    expect(seenAt(journey, after(edge.overAt, -1))).toEqual(inTime);
    expect(seenAt(journey, edge.overAt)).toEqual(tooLate);
    expect(seenAt(journey, after(edge.overAt, 1))).toEqual(tooLate);
  });
});

describe('A window that opens on a day', () => {
  it.each(clockEdges)('after $due in $zone opens at $overAt, not a millisecond earlier', ({ zone, due, overAt }) => {
    const outline = { ...window, certificationOpensDate: addDays(due, 1), endDate: day('2026-12-31') };
    const journey = aJourney({ timeZone: zone, outline, on: '2026-01-15' });
    const startedAt = (now: Instant): string => asked(journey.on(now), 'ana', start);
    expect([startedAt(after(overAt, -1)), startedAt(overAt), startedAt(after(overAt, 1))]).toEqual([
      'WINDOW_NOT_OPEN',
      'OK',
      'OK',
    ]);
  });

  it.each(clockEdges)(
    'lets data be reviewed from the start of the day after $due in $zone',
    ({ zone, due, overAt }) => {
      const begins = addDays(due, 1);
      const outline = { startDate: begins, certificationOpensDate: addDays(begins, 2), endDate: day('2026-12-31') };
      const journey = aJourney({ timeZone: zone, outline });
      const run = { type: 'runStep', step: 'district-validation', runId: 'run-1', dataHash: 'd', hasGroups: true };
      const ranAt = (now: Instant): string => asked(journey.on(now), 'rita', Object(run));
      expect([ranAt(after(overAt, -1)), ranAt(overAt)]).toEqual(['NOT_STARTED_YET', 'OK']);
    },
  );
});

describe('A day moved for one person', () => {
  it.each(clockEdges)('to $due in $zone leaves the other where he was', (edge) => {
    const journey = aJourney({
      timeZone: edge.zone,
      outline: { ...window, endDate: day('2026-02-02') },
      certifiers: ['ana', 'ben'],
      on: '2026-01-15',
    });
    journey.does('state-approver', {
      type: 'overrideDueDate',
      userId: userId('ana'),
      dueDate: edge.due,
      reason: 'flood',
    });
    journey.on(after(edge.overAt, -1));
    expect([journey.statusOf('ana'), journey.statusOf('ben')]).toEqual(['NOT_STARTED', 'OVERDUE']);
    expect([asked(journey, 'ana', start), asked(journey, 'ben', start)]).toEqual(['OK', 'PAST_DUE']);
  });
});

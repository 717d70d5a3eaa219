import { describe, expect, it } from 'vitest';
import { aBody, anOpenEvent, anOutline } from '../../../test/builders/certification-event.ts';
import { after, clockEdges } from '../../../test/builders/clock-edges.ts';
import { aStateUser, anAgency, bearCreek, person } from '../../../test/builders/people.ts';
import { knownReferences } from '../../../test/builders/rule-library.ts';
import { day } from '../../../test/builders/time.ts';
import { addDays } from '../../kernel/calendar-date.ts';
import type { Instant } from '../../kernel/instant.ts';
import { decidePublish } from './decide-publish.ts';
import { hasEnded, hasOpened, hasStarted } from './window.ts';
import { fullSnapshotTimeFits, missingSnapshotTimeFits } from './snapshot-times.ts';
import { snapshotTimes } from './timers.ts';

const long = {
  startDate: day('2026-01-01'),
  certificationOpensDate: day('2026-01-02'),
  endDate: day('2026-12-31'),
} as const;

const around = (instant: Instant): readonly Instant[] => [-1, 0, 1].map((millis) => after(instant, millis));

describe('The time at which missing snapshots are taken', () => {
  it.each(clockEdges)('may be the last millisecond of an end date $due in $zone, and no later', (edge) => {
    const times = { ...long, endDate: edge.due, snapshotMethod: 'ON_CERT_START', fullSnapshotAt: null } as const;
    const fits = around(edge.overAt).map((at) =>
      missingSnapshotTimeFits({ ...times, missingSnapshotAt: at }, edge.zone),
    );
    expect(fits).toEqual([true, false, false]);
  });

  it.each(clockEdges)('must lie after the opening on the day after $due in $zone', (edge) => {
    const opens = addDays(edge.due, 1);
    const times = {
      ...long,
      certificationOpensDate: opens,
      snapshotMethod: 'ON_CERT_START',
      fullSnapshotAt: null,
    } as const;
    const fits = around(edge.overAt).map((at) =>
      missingSnapshotTimeFits({ ...times, missingSnapshotAt: at }, edge.zone),
    );
    expect(fits).toEqual([false, false, true]);
  });
});

describe('The time of the full snapshot', () => {
  it.each(clockEdges)('is not before a start on the day after $due in $zone', (edge) => {
    const times = {
      ...long,
      startDate: addDays(edge.due, 1),
      snapshotMethod: 'FULL',
      missingSnapshotAt: null,
    } as const;
    const fits = around(edge.overAt).map((at) => fullSnapshotTimeFits({ ...times, fullSnapshotAt: at }, edge.zone));
    expect(fits).toEqual([false, true, true]);
  });

  it.each(clockEdges)('that nobody has set is the opening, on the day after $due in $zone', (edge) => {
    const outline = anOutline({
      certificationOpensDate: addDays(edge.due, 1),
      snapshotMethod: 'FULL',
      fullSnapshotAt: null,
    });
    expect(snapshotTimes(outline, edge.zone)).toEqual({ FULL_SNAPSHOT: edge.overAt, CLEANUP_SNAPSHOT: null });
  });
});

describe('A window', () => {
  it.each(clockEdges)('begins, opens and ends at one instant for everybody: after $due in $zone', (edge) => {
    const next = addDays(edge.due, 1);
    const before = { ...long, startDate: next, certificationOpensDate: next };
    const seen = around(edge.overAt).map((now) => [
      hasStarted(before, now, edge.zone),
      hasOpened(before, now, edge.zone),
      hasEnded({ ...long, endDate: edge.due }, now, edge.zone),
    ]);
    expect(seen).toEqual([
      [false, false, false],
      [true, true, true],
      [true, true, true],
    ]);
  });
});

describe('Publishing', () => {
  it.each(clockEdges)('is possible until the end date $due is over in $zone', ({ zone, due, overAt }) => {
    const open = anOpenEvent({ ...long, endDate: due, snapshotMethod: 'NONE', missingSnapshotAt: null });
    const refusedAt = (now: Instant): string | null => {
      const context = { actor: person(aStateUser('sam')), now, agency: { ...anAgency(), timeZone: zone } };
      const facts = {
        body: aBody(),
        references: knownReferences(),
        selected: [{ organizationId: bearCreek, ofLevel: true }],
        standings: [],
        publishedBody: null,
      };
      const asked = { confirm: false, requireRecertification: false, withdrawals: [], bodyId: 'bdy_frozen', facts };
      const decided = decidePublish(open, { type: 'publishCertificationEvent', ...asked }, context);
      return decided.ok ? null : decided.failure.code;
    };
    expect(around(overAt).map(refusedAt)).toEqual([null, 'END_IN_PAST', 'END_IN_PAST']);
  });
});

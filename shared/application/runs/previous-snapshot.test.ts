import { expect, test } from 'vitest';
import { aPublishedEvent } from '../../../test/builders/certification-event.ts';
import { aParticipant } from '../../../test/builders/participant.ts';
import { bearCreek, grandBend, system } from '../../../test/builders/people.ts';
import { aPinnedVersion, aQueuedSnapshot } from '../../../test/builders/snapshots.ts';
import { aStoredObject } from '../../../test/builders/runs.ts';
import { moment } from '../../../test/builders/time.ts';
import { countingIds } from '../../../test/fakes/counting-ids.ts';
import { inMemoryPorts } from '../../../test/fakes/in-memory-ports.ts';
import { settableClock } from '../../../test/fakes/settable-clock.ts';
import type { Transition } from '../ports/unit-of-work.ts';
import { categoryId, certificationEventId, type OrganizationId, snapshotId } from '../../kernel/ids.ts';
import { previousSnapshot } from './previous-snapshot.ts';

const made = { before: null, command: 'test' } as const;

interface Certified {
  readonly id: string;
  readonly year: number;
  readonly category?: string;
  readonly organization?: OrganizationId;
  readonly state?: 'LOCKED' | 'CURRENT';
  readonly sentAt?: string;
}

const transitionsOf = (one: Certified): readonly Transition[] => {
  const { id, year, category = 'cat_attendance', organization = bearCreek, state = 'LOCKED' } = one;
  const eventId = certificationEventId(id);
  const outline = { reportingYear: year, categoryId: categoryId(category) };
  const snapshot = snapshotId(`snp_${id}`);
  const at = moment(one.sentAt ?? '2025-06-01');
  const current = {
    snapshotId: snapshot,
    sequence: 1,
    status: 'COMPLETED',
    state,
    takenAt: at,
    contentHash: 'h',
  } as const;
  const identity = { certificationEventId: eventId, organizationId: organization, districtId: organization };
  const participant = aParticipant({}, { ...identity, status: 'SENT', snapshot: current, sentAt: at });
  const { status: _status, ...queued } = aQueuedSnapshot();
  const completed = {
    ...queued,
    ...identity,
    id: snapshot,
    status: 'COMPLETED',
    state,
    takenAt: at,
    contentHash: 'h',
    pinned: [aPinnedVersion()],
    manifest: aStoredObject('manifest.json'),
    warnings: [],
  } as const;
  return [
    { entity: 'certificationEvent', key: eventId, after: aPublishedEvent(outline, { id: eventId }), ...made },
    { entity: 'participant', key: identity, after: participant, ...made },
    { entity: 'snapshot', key: snapshot, after: completed, ...made },
  ];
};

const present = aPublishedEvent({ reportingYear: 2026 }, { copiedFrom: certificationEventId('evt_origin') });
const run = { certificationEventId: present.id, organizationId: bearCreek, districtId: bearCreek };

const found = async (...certified: readonly Certified[]): Promise<string | null> => {
  const ports = inMemoryPorts({ clock: settableClock(moment('2026-05-05')), ids: countingIds() });
  const transitions = certified.flatMap(transitionsOf);
  await ports.unitOfWork.commit({ actor: system, now: moment('2026-05-05'), requestId: 'test', transitions });
  return (await previousSnapshot(ports.store, run, present))?.certificationEventId ?? null;
};

test('what was certified last in the category is the latest earlier year', async () => {
  expect(await found({ id: 'evt_23', year: 2023 }, { id: 'evt_25', year: 2025 }, { id: 'evt_24', year: 2024 })).toBe(
    'evt_25',
  );
});

test('of several of one year it is the one this was copied from, else the one sent last', async () => {
  const [autumn, spring] = [
    { id: 'evt_autumn', year: 2025, sentAt: '2024-11-01' },
    { id: 'evt_spring', year: 2025, sentAt: '2025-05-01' },
  ];
  expect(await found(spring, autumn)).toBe('evt_spring');
  expect(await found(spring, autumn, { id: 'evt_origin', year: 2025, sentAt: '2024-09-01' })).toBe('evt_origin');
});

test.each([
  ['of the same year', { id: 'evt_x', year: 2026 }],
  ['of another category', { id: 'evt_x', year: 2025, category: 'cat_other' }],
  ['of another district', { id: 'evt_x', year: 2025, organization: grandBend }],
  ['that was never sent', { id: 'evt_x', year: 2025, state: 'CURRENT' as const }],
])('a snapshot %s is none to compare with', async (_what, certified) => expect(await found(certified)).toBeNull());

test('with nothing certified there is none', async () => expect(await found()).toBeNull());

import { describe, expect, it } from 'vitest';
import { countByStatus, notStarted, type Participant, progressByDay } from './counts.ts';

type Certifier = Participant['certifiers'][number];

const certifier = (changes: Partial<Certifier> = {}): Certifier => ({
  userId: 'ana',
  name: 'Ana',
  role: 'CERTIFIER',
  userStatus: 'NOT_STARTED',
  userStatusLabel: '',
  dueDate: '2026-05-10',
  dueDateOverride: null,
  submittedAt: null,
  ...changes,
});

const participant = (id: string, changes: Partial<Participant> = {}): Participant => ({
  id,
  organizationId: id,
  name: id,
  number: id,
  districtId: id,
  status: 'IN_PROGRESS',
  statusLabel: '',
  progress: { certified: 0, certifiers: 1, text: '' },
  round: 1,
  revision: 1,
  snapshot: null,
  snapshotDate: null,
  deadlineOverride: null,
  sentAt: null,
  approval: null,
  flags: [],
  openRequest: null,
  certifiers: [],
  permittedCommands: [],
  ...changes,
});

const approval = (at: string) => ({ by: 'sam', at, notCertified: false, reason: null });
const dayOf = (instant: string): string => instant.slice(0, 10);

describe('The numbers of the dashboard', () => {
  it('count participants by status, without those withdrawn', () => {
    const all = [participant('1'), participant('2', { status: 'SENT' }), participant('3', { status: 'WITHDRAWN' })];
    expect(countByStatus(all).map(({ count }) => count)).toEqual([1, 1, 0, 0, 0]);
  });

  it('add up day by day, each day once', () => {
    const all = [
      participant('1', { sentAt: '2026-05-01T10:00:00Z', approval: approval('2026-05-03T10:00:00Z') }),
      participant('2', { sentAt: '2026-05-03T11:00:00Z' }),
      participant('3'),
    ];
    expect(progressByDay(all, dayOf)).toEqual([
      { date: '2026-05-01', sent: 1, approved: 0 },
      { date: '2026-05-03', sent: 2, approved: 1 },
    ]);
    expect(progressByDay([], dayOf)).toEqual([]);
  });

  it('name the certifiers who have not begun and are due, the nearest first, and nobody else', () => {
    const all = [
      participant('1', {
        certifiers: [
          certifier({ name: 'Later', dueDate: '2026-05-10' }),
          certifier({ name: 'Far', dueDate: '2026-05-11' }),
          certifier({ name: 'Reviewer', role: 'REVIEWER' }),
          certifier({ name: 'Begun', userStatus: 'INCOMPLETE' }),
          certifier({ name: 'Open', dueDate: null }),
        ],
      }),
      participant('2', { certifiers: [certifier({ name: 'Late', userStatus: 'OVERDUE', dueDate: '2026-05-01' })] }),
    ];
    expect(notStarted(all, '2026-05-10').map(({ name }) => name)).toEqual(['Late', 'Later']);
  });
});

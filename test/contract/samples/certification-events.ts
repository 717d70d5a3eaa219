import type { StateOf } from '../../../shared/application/entities.ts';
import type { Publishing } from '../../../shared/domain/certification-event/state.ts';
import { certificationEventId, messageId, userId } from '../../../shared/kernel/ids.ts';
import {
  aClosedEvent,
  anEmptyOutline,
  anOpenEvent,
  anOutline,
  aPublishedEvent,
} from '../../builders/certification-event.ts';
import { bearCreek } from '../../builders/people.ts';
import { day, moment } from '../../builders/time.ts';

const { id, number, createdBy, createdAt } = anOpenEvent();
const identity = { id, number, createdBy, createdAt, copiedFrom: certificationEventId('evt_0') };

const publishing: Publishing = {
  revision: 2,
  attempt: 1,
  outline: anOutline({ missingSnapshotAt: null }),
  bodyId: 'bdy_2',
  startedAt: moment('2026-05-06'),
  startedBy: userId('sam'),
  participantCount: 1,
  requireRecertification: true,
  withdrawals: [{ organizationId: bearCreek, reason: 'closed for good' }],
  problem: 'the flow was stopped',
};

export const certificationEvents: readonly StateOf<'certificationEvent'>[] = [
  anOpenEvent(anEmptyOutline()),
  { ...identity, status: 'PUBLISHING', publishing },
  aPublishedEvent(),
  aPublishedEvent(
    { snapshotMethod: 'FULL', fullSnapshotAt: moment('2026-05-10') },
    { draft: anOpenEvent().draft, publishing },
  ),
  {
    ...aClosedEvent('2026-06-01'),
    published: { ...aPublishedEvent().published, revision: 2, formerBodies: [{ revision: 1, bodyId: 'bdy_0' }] },
  },
  { ...identity, status: 'DELETED', deletedAt: moment('2026-04-02'), deletedBy: userId('sam') },
];

const fullSnapshot = { certificationEventId: id, kind: 'FULL_SNAPSHOT' } as const;
export const timers: readonly StateOf<'timer'>[] = [
  ...(['ARMED', 'FIRED', 'CANCELLED'] as const).map((status) => ({
    ...fullSnapshot,
    id: `${id}-FULL_SNAPSHOT`,
    dueAt: moment('2026-05-10'),
    status,
  })),
  {
    id: `${id}-remind-2026-05-11`,
    certificationEventId: id,
    kind: 'REMINDERS',
    day: day('2026-05-11'),
    dueAt: moment('2026-05-11'),
    status: 'ARMED',
  },
  { id: 'digest-2026-05-11', kind: 'DIGEST', day: day('2026-05-11'), dueAt: moment('2026-05-11'), status: 'ARMED' },
];

export const messages: readonly StateOf<'message'>[] = [
  {
    id: messageId('msg_1'),
    certificationEventId: id,
    sentBy: userId('sam'),
    sentAt: moment('2026-05-12'),
    subject: 'Three days are left',
    text: { confidential: 'Please certify until Friday.' },
    addressees: [[bearCreek, userId('ana')]],
  },
];

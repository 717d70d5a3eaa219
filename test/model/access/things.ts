import { aClosedEvent, anOpenEvent, aPublishedEvent } from '../../builders/certification-event.ts';
import { aParticipant } from '../../builders/participant.ts';
import { aStateUser, aUser, bearCreek } from '../../builders/people.ts';
import { aCategory } from '../../builders/rule-library.ts';
import { moment } from '../../builders/time.ts';
import type { Resource } from '../../../shared/domain/access/resource.ts';
import type { CertificationEvent } from '../../../shared/domain/certification-event/state.ts';
import { participantStatuses } from '../../../shared/domain/participant/state.ts';
import { userId } from '../../../shared/kernel/ids.ts';
import type { ThingFacts } from './facts.ts';
import { school } from './persons.ts';

export interface MatrixThing {
  readonly facts: ThingFacts;
  readonly resource: Resource;
}

const levels = ['DISTRICT', 'SCHOOL'] as const;
const plain: ThingFacts = {
  kind: 'AGENCY',
  level: 'DISTRICT',
  event: 'OPEN',
  withdrawn: false,
  published: true,
  whose: 'DISTRICT',
};

const eventIn = (status: CertificationEvent['status'], level: ThingFacts['level']): CertificationEvent => {
  const open = anOpenEvent({ level });
  const live = aPublishedEvent({ level });
  const { id, number, createdBy, createdAt, copiedFrom } = open;
  const identity = { id, number, createdBy, createdAt, copiedFrom };
  const { revision, outline, bodyId, participantCount } = live.published;
  const at = moment('2026-05-01');
  const by = userId('sam');
  const work = {
    attempt: 1,
    startedAt: at,
    startedBy: by,
    requireRecertification: false,
    withdrawals: [],
    problem: null,
  };
  switch (status) {
    case 'OPEN':
      return open;
    case 'PUBLISHING':
      return { ...identity, status, publishing: { revision, outline, bodyId, participantCount, ...work } };
    case 'PUBLISHED':
      return live;
    case 'CLOSED':
      return aClosedEvent('2026-05-20', { level });
    case 'DELETED':
      return { ...identity, status, deletedAt: at, deletedBy: by };
  }
};

const events: readonly MatrixThing[] = (['OPEN', 'PUBLISHING', 'PUBLISHED', 'CLOSED', 'DELETED'] as const).flatMap(
  (event) =>
    levels.map((level) => ({
      facts: { ...plain, kind: 'EVENT', level, event },
      resource: { kind: 'CERTIFICATION_EVENT', certificationEvent: eventIn(event, level) },
    })),
);

type Live = ReturnType<typeof aPublishedEvent> | ReturnType<typeof aClosedEvent>;

const livesIn = (level: ThingFacts['level']): readonly Live[] => [
  aPublishedEvent({ level }),
  aClosedEvent('2026-05-20', { level }),
];

const participants = levels.flatMap((level) =>
  livesIn(level).flatMap((certificationEvent) =>
    participantStatuses.map((status) => {
      const organizationId = level === 'SCHOOL' ? school : bearCreek;
      const facts = { ...plain, level, event: certificationEvent.status, withdrawn: status === 'WITHDRAWN' };
      return { facts, certificationEvent, participant: aParticipant({}, { level, organizationId, status }) };
    }),
  ),
);

const runs = participants.flatMap(({ facts, ...one }): readonly MatrixThing[] => [
  { facts: { ...facts, kind: 'RUN' }, resource: { kind: 'RUN', ...one, run: { step: 'district-validation' } } },
  { facts: { ...facts, kind: 'STATE_RUN' }, resource: { kind: 'RUN', ...one, run: { step: null } } },
]);

/** Every state of what a command can be about, as far as the text makes a difference. The clock is none: it refuses with 409. */
export const thingsOf: Readonly<Record<Exclude<ThingFacts['kind'], 'STATE_RUN'>, readonly MatrixThing[]>> = {
  AGENCY: [{ facts: plain, resource: { kind: 'AGENCY' } }],
  ORGANIZATION: [
    {
      facts: { ...plain, kind: 'ORGANIZATION' },
      resource: { kind: 'ORGANIZATION', organizationId: bearCreek, districtId: bearCreek },
    },
  ],
  DISTRICT_DATA: [
    { facts: { ...plain, kind: 'DISTRICT_DATA' }, resource: { kind: 'DISTRICT_DATA', districtId: bearCreek } },
  ],
  CATEGORY: [true, false].map((published) => ({
    facts: { ...plain, kind: 'CATEGORY', published },
    resource: { kind: 'CATEGORY', category: aCategory({ published }) },
  })),
  LOCAL_MEMBERS: [true, false].map((published) => ({
    facts: { ...plain, kind: 'LOCAL_MEMBERS', published },
    resource: { kind: 'LOCAL_MEMBERS', category: aCategory({ published }), districtId: bearCreek },
  })),
  USER: [
    { facts: { ...plain, kind: 'USER', whose: 'STATE' }, resource: { kind: 'USER', user: aStateUser('other') } },
    { facts: { ...plain, kind: 'USER', whose: 'DISTRICT' }, resource: { kind: 'USER', user: aUser('other') } },
    {
      facts: { ...plain, kind: 'USER', whose: 'SCHOOL' },
      resource: { kind: 'USER', user: aUser('other', { schools: [school] }) },
    },
  ],
  EVENT: events,
  PARTICIPANT: participants.map(({ facts, ...one }) => ({
    facts: { ...facts, kind: 'PARTICIPANT' },
    resource: { kind: 'PARTICIPANT', ...one },
  })),
  RUN: runs,
};

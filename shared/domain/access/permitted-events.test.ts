import { describe, expect, it } from 'vitest';
import {
  aBody,
  aClosedEvent,
  aDeletedByRule,
  aHeldEvent,
  aDefinition,
  anOpenEvent,
  aPublishedBody,
  aPublishedEvent,
} from '../../../test/builders/certification-event.ts';
import { aParticipant } from '../../../test/builders/participant.ts';
import { aCertifier, anAgency, aStateUser, bearCreek, person, stateMembership } from '../../../test/builders/people.ts';
import { knownReferences } from '../../../test/builders/rule-library.ts';
import { moment } from '../../../test/builders/time.ts';
import { certificationEventId, messageId, userId } from '../../kernel/ids.ts';
import type { CertificationEventCommand, PublishFacts } from '../certification-event/commands.ts';
import { decideCertificationEvent } from '../certification-event/decide.ts';
import { allowedByStatus, type CertificationEventOperation } from '../certification-event/lifecycle.ts';
import type { CertificationEvent, Publishing } from '../certification-event/state.ts';
import { decideMessage } from '../messaging/decide-message.ts';
import type { User } from '../user/state.ts';
import { access } from './access.ts';
import { permittedOnCertificationEvent } from './permitted.ts';

const { draft } = anOpenEvent();
const { revision, ...shown } = aPublishedEvent().published;
const publishing: Publishing = {
  revision: revision + 1,
  attempt: 1,
  outline: shown.outline,
  bodyId: 'bdy_next',
  startedAt: moment('2026-05-05'),
  startedBy: userId('sam'),
  participantCount: 1,
  requireRecertification: false,
  withdrawals: [],
  problem: null,
};
const { id, number, createdBy, createdAt, copiedFrom } = anOpenEvent();

const situations: readonly (readonly [string, CertificationEvent])[] = [
  ['open', anOpenEvent()],
  ['on its way', { id, number, createdBy, createdAt, copiedFrom, status: 'PUBLISHING', publishing }],
  ['published', aPublishedEvent()],
  ['published with changes', aPublishedEvent({}, { draft })],
  ['published, its changes on their way', aPublishedEvent({}, { draft, publishing })],
  ['published without snapshots', aPublishedEvent({ snapshotMethod: 'NONE', missingSnapshotAt: null })],
  ['closed', aClosedEvent('2026-06-01')],
  ['closed and held', aHeldEvent('2026-06-01')],
  ['deleted by the retention rule', aDeletedByRule('2016-06-01')],
];

const letters = Array.from({ length: 16 }, (_, mask) =>
  Array.from('RWAD')
    .filter((_letter, bit) => (mask & (1 << bit)) !== 0)
    .join(''),
);

/** Every way to hold the four letters, as approver, reviewer or no member, with full or no right to reports. */
const people: readonly User[] = [
  aCertifier('ana'),
  ...letters.flatMap((held) =>
    [[], [stateMembership('APPROVER')], [stateMembership('REVIEWER')]].flatMap((memberships) =>
      ['', 'RWAD'].map((reports) =>
        aStateUser('sam', { memberships, rights: { EVENT_MANAGEMENT: held, EVENT_REPORT: reports } }),
      ),
    ),
  ),
];

const facts: PublishFacts = {
  body: aBody(),
  references: knownReferences(),
  selected: [{ organizationId: bearCreek, ofLevel: true }],
  standings: [],
  publishedBody: aPublishedBody(),
};
const nothingOpen = { unfinishedParticipants: 0, openRequests: 0, unfinishedRuns: 0 };

type Saved = Exclude<CertificationEventOperation, 'takeSnapshots' | 'validateParticipants' | 'messageCertifiers'>;

/** What somebody sends who does everything right. */
const sent: Readonly<Record<Saved, CertificationEventCommand>> = {
  replaceCertificationEvent: {
    type: 'replaceCertificationEvent',
    definition: aDefinition(),
    bodyId: 'bdy_x',
    references: knownReferences(),
  },
  deleteCertificationEvent: { type: 'deleteCertificationEvent' },
  publishCertificationEvent: {
    type: 'publishCertificationEvent',
    confirm: true,
    requireRecertification: false,
    withdrawals: [],
    bodyId: 'bdy_x',
    facts,
  },
  discardChanges: { type: 'discardChanges' },
  closeCertificationEvent: { type: 'closeCertificationEvent', comment: 'done', confirm: true, openWork: nothingOpen },
  placeLegalHold: { type: 'placeLegalHold', reason: 'Doe v. State' },
  releaseLegalHold: { type: 'releaseLegalHold', reason: 'settled' },
  copyCertificationEvent: {
    type: 'copyCertificationEvent',
    id: certificationEventId('evt_copy'),
    number: 97,
    definition: aDefinition(),
    bodyId: 'bdy_x',
    takenNames: [],
  },
};

const isSaved = (operation: CertificationEventOperation): operation is Saved => operation in sent;

const isDone = (user: User, state: CertificationEvent, operation: CertificationEventOperation): boolean => {
  const context = { actor: person(user), now: moment('2026-05-05'), agency: anAgency() };
  if (isSaved(operation)) return decideCertificationEvent(state, sent[operation], context).ok;
  // Snapshots and validations of everybody are begun by the status alone; what each participant may is decided one by one.
  if (operation === 'takeSnapshots' || operation === 'validateParticipants')
    return allowedByStatus[operation](state) === null;
  const wish = { onlyUnfinished: false, subject: 'Hurry', body: 'Please.' };
  const participants = [aParticipant()];
  return decideMessage(state, { type: 'messageCertifiers', id: messageId('msg_1'), wish, participants }, context).ok;
};

const operations = Object.keys(allowedByStatus).filter(
  (name): name is CertificationEventOperation => name in allowedByStatus,
);

describe('What is offered on a certification event is what is enforced', () => {
  it.each(situations)('while it is %s, for everybody', (_name, certificationEvent) => {
    for (const user of people) {
      const resource = { kind: 'CERTIFICATION_EVENT', certificationEvent } as const;
      const enforced = operations.filter(
        (operation) =>
          access(person(user), operation, resource) === 'ALLOWED' && isDone(user, certificationEvent, operation),
      );
      expect(permittedOnCertificationEvent(person(user), certificationEvent)).toEqual(enforced);
    }
  });
});

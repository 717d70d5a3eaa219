import { describe, expect, it } from 'vitest';
import { aClosedEvent, anOpenEvent, aPublishedEvent } from '../../../test/builders/certification-event.ts';
import { aJourney } from '../../../test/builders/journey.ts';
import { anAgency, aStateUser, bearCreek, grandBend, person } from '../../../test/builders/people.ts';
import { moment } from '../../../test/builders/time.ts';
import { messageId, userId } from '../../kernel/ids.ts';
import type { CertificationEvent } from '../certification-event/state.ts';
import type { Participant } from '../participant/state.ts';
import { decideMessage, type MessageWish } from './decide-message.ts';
import { forgottenMessage } from './forget-message.ts';
import { peopleOf } from './message.ts';

const sam = person(aStateUser('sam', { rights: { EVENT_MANAGEMENT: 'RW' } }));
const context = { actor: sam, now: moment('2026-05-12'), agency: anAgency() };
const words = { onlyUnfinished: false, subject: 'Hurry', body: 'Three days are left.' };

const [ana, ben, rita] = [userId('ana'), userId('ben'), userId('rita')];
const twoCertifiers = () => aJourney({ certifiers: ['ana', 'ben'], reviewers: ['rita'] });

const decided = (
  wish: Partial<MessageWish>,
  participants: readonly Participant[] = [twoCertifiers().participant],
  event: CertificationEvent = aPublishedEvent(),
) =>
  decideMessage(
    event,
    { type: 'messageCertifiers', id: messageId('msg_1'), wish: { ...words, ...wish }, participants },
    context,
  );

const addressees = (...asked: Parameters<typeof decided>) => {
  const outcome = decided(...asked);
  return outcome.ok ? outcome.value.flatMap(({ message }) => message.addressees) : outcome.failure;
};

describe('The state writes', () => {
  it('to all certifiers of everybody when it names nobody', () => {
    expect(addressees({})).toEqual([
      [bearCreek, ana],
      [bearCreek, ben],
    ]);
  });

  it('to certifiers of the participants it names, and to people, reviewers too, each once', () => {
    expect(
      addressees({ organizationIds: [bearCreek], recipients: [{ organizationId: bearCreek, userId: ana }] }),
    ).toHaveLength(2);
    expect(addressees({ recipients: [{ organizationId: bearCreek, userId: rita }] })).toEqual([[bearCreek, rita]]);
  });

  it('what is kept as it was written: who, when, to whom, about what', () => {
    expect(decided({ organizationIds: [bearCreek] })).toEqual({
      ok: true,
      value: [
        {
          type: 'MessageSent',
          message: {
            id: 'msg_1',
            certificationEventId: 'evt_1',
            sentBy: 'sam',
            sentAt: context.now,
            subject: 'Hurry',
            text: { confidential: 'Three days are left.' },
            addressees: [
              [bearCreek, ana],
              [bearCreek, ben],
            ],
          },
        },
      ],
    });
  });

  it('to no participant but those it names', () => {
    const both = [twoCertifiers().participant, { ...aJourney({}).participant, organizationId: grandBend }];
    expect(addressees({ organizationIds: [grandBend] }, both)).toEqual([[grandBend, ana]]);
    expect(addressees({}, both)).toHaveLength(3);
  });

  it('only to those who have something left to submit, if it says so', () => {
    const participants = [twoCertifiers().certifies('ana').participant];
    expect(addressees({ onlyUnfinished: true }, participants)).toEqual([[bearCreek, ben]]);
    const sent = [twoCertifiers().certifies('ana').certifies('ben').participant];
    expect(addressees({ onlyUnfinished: true }, sent)).toEqual({ code: 'NO_RECIPIENTS' });
  });

  it('to nobody outside the certification event', () => {
    const organizationIds = [bearCreek, grandBend];
    expect(addressees({ organizationIds })).toEqual({ code: 'REFERENCE_UNKNOWN', pointer: '/organizationIds/1' });
    const recipients = [
      { organizationId: bearCreek, userId: ana },
      { organizationId: bearCreek, userId: userId('zoe') },
    ];
    expect(addressees({ recipients })).toEqual({ code: 'REFERENCE_UNKNOWN', pointer: '/recipients/1' });
    const ofOthers = [{ organizationId: grandBend, userId: ana }];
    const unknown = { code: 'REFERENCE_UNKNOWN', pointer: '/recipients/0' };
    for (const onlyUnfinished of [false, true]) {
      expect(addressees({ recipients: ofOthers, onlyUnfinished })).toEqual(unknown);
      expect(addressees({ recipients: recipients.slice(1), onlyUnfinished })).toEqual(unknown);
    }
    const withdrawn = [{ ...twoCertifiers().participant, status: 'WITHDRAWN' as const }];
    expect(addressees({ organizationIds: [bearCreek] }, withdrawn)).toMatchObject({ pointer: '/organizationIds/0' });
    expect(addressees({}, withdrawn)).toEqual({ code: 'NO_RECIPIENTS' });
  });

  it('while the certification event is published', () => {
    expect(addressees({}, [], anOpenEvent())).toMatchObject({ code: 'NOT_PUBLISHED' });
    expect(addressees({}, undefined, aClosedEvent('2026-06-01'))).toMatchObject({ code: 'EVENT_CLOSED' });
  });

  it('and tells each person once, however many schools he certifies for', () => {
    const outcome = decided({});
    const message = outcome.ok ? outcome.value[0]?.message : undefined;
    if (message === undefined) throw new Error('nothing was sent');
    const schools = {
      ...message,
      addressees: [
        [bearCreek, ana],
        [grandBend, ana],
        [bearCreek, ben],
      ] as const,
    };
    expect(peopleOf(schools)).toEqual([
      [bearCreek, ana],
      [bearCreek, ben],
    ]);
  });

  it('and its words can be forgotten, once; that it wrote cannot', () => {
    const outcome = decided({});
    const message = outcome.ok ? outcome.value[0]?.message : undefined;
    if (message === undefined) throw new Error('nothing was sent');
    const forgotten = forgottenMessage(message);
    expect(forgotten).toEqual({ ...message, text: { confidential: '' } });
    expect(forgotten && forgottenMessage(forgotten)).toBeNull();
  });
});

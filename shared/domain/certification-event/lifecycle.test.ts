import { describe, expect, it } from 'vitest';
import {
  aClosedEvent,
  aDefinition,
  anOpenEvent,
  anOutline,
  aPublishedEvent,
} from '../../../test/builders/certification-event.ts';
import { anAgency, aStateUser, person, system } from '../../../test/builders/people.ts';
import { knownReferences } from '../../../test/builders/rule-library.ts';
import { moment } from '../../../test/builders/time.ts';
import { userId } from '../../kernel/ids.ts';
import type { CertificationEventCommand } from './commands.ts';
import { decideCertificationEvent } from './decide.ts';
import { evolveCertificationEvent } from './evolve.ts';
import { allowedByStatus, bodyIdOf } from './lifecycle.ts';
import type { CertificationEvent, Publishing } from './state.ts';

const publishing: Publishing = {
  revision: 1,
  attempt: 1,
  outline: anOutline(),
  bodyId: 'bdy_1',
  startedAt: moment('2026-04-15'),
  startedBy: userId('sam'),
  participantCount: 2,
  requireRecertification: false,
  withdrawals: [],
  problem: null,
};

const { draft, ...identity } = anOpenEvent();
const states: Readonly<Record<string, CertificationEvent>> = {
  open: anOpenEvent(),
  publishing: { ...identity, status: 'PUBLISHING', publishing },
  published: aPublishedEvent(),
  changed: aPublishedEvent({}, { draft }),
  republishing: aPublishedEvent({}, { draft, publishing: { ...publishing, revision: 2 } }),
  closed: aClosedEvent('2026-06-01'),
  deleted: { ...identity, status: 'DELETED', deletedAt: moment('2026-04-02'), deletedBy: userId('sam') },
};

const stateOf = (name: string): CertificationEvent => states[name] ?? anOpenEvent();

const decide = (state: CertificationEvent, command: CertificationEventCommand, now = '2026-06-10') =>
  decideCertificationEvent(state, command, {
    actor: person(aStateUser('sam')),
    now: moment(now),
    agency: anAgency(),
  });

const outcome = (state: CertificationEvent, command: CertificationEventCommand, now?: string) => {
  const decided = decide(state, command, now);
  return decided.ok ? 'ok' : decided.failure.code;
};

const after = (state: CertificationEvent, command: CertificationEventCommand, now?: string): CertificationEvent => {
  const decided = decide(state, command, now);
  if (!decided.ok) throw new Error(decided.failure.code);
  return decided.value.reduce<CertificationEvent>(evolveCertificationEvent, state);
};

const noWork = { unfinishedParticipants: 0, openRequests: 0, unfinishedRuns: 0 };
const close = { type: 'closeCertificationEvent', comment: 'done', confirm: false, openWork: noWork } as const;

describe('What a certification event allows in each status', () => {
  const expected = {
    replaceCertificationEvent: ['ok', 'PUBLISHING', 'ok', 'ok', 'PUBLISHING', 'EVENT_CLOSED', 'NOT_FOUND'],
    deleteCertificationEvent: [
      'ok',
      'PUBLISHING',
      'ALREADY_PUBLISHED',
      'ALREADY_PUBLISHED',
      'PUBLISHING',
      'EVENT_CLOSED',
      'NOT_FOUND',
    ],
    publishCertificationEvent: ['ok', 'PUBLISHING', 'NO_CHANGES', 'ok', 'PUBLISHING', 'EVENT_CLOSED', 'NOT_FOUND'],
    discardChanges: ['NOT_PUBLISHED', 'PUBLISHING', 'NO_CHANGES', 'ok', 'PUBLISHING', 'EVENT_CLOSED', 'NOT_FOUND'],
    closeCertificationEvent: ['NOT_PUBLISHED', 'PUBLISHING', 'ok', 'ok', 'PUBLISHING', 'EVENT_CLOSED', 'NOT_FOUND'],
    copyCertificationEvent: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'NOT_FOUND'],
    messageCertifiers: ['NOT_PUBLISHED', 'NOT_PUBLISHED', 'ok', 'ok', 'ok', 'EVENT_CLOSED', 'NOT_FOUND'],
    placeLegalHold: ['NOT_CLOSED', 'NOT_CLOSED', 'NOT_CLOSED', 'NOT_CLOSED', 'NOT_CLOSED', 'ok', 'NOT_FOUND'],
    validateParticipants: ['NOT_PUBLISHED', 'NOT_PUBLISHED', 'ok', 'ok', 'ok', 'EVENT_CLOSED', 'NOT_FOUND'],
    takeSnapshots: ['NOT_PUBLISHED', 'NOT_PUBLISHED', 'ok', 'ok', 'ok', 'EVENT_CLOSED', 'NOT_FOUND'],
  } as const;
  const names = Object.keys(states);
  const cases = Object.entries(expected).flatMap(([operation, codes]) =>
    names.map((name, index) => [operation, name, codes[index]] as const),
  );

  it.each(cases)('%s on one that is %s: %s', (operation, name, code) => {
    const guards: Readonly<Record<string, (state: CertificationEvent) => { readonly code: string } | null>> =
      allowedByStatus;
    expect(guards[operation]?.(stateOf(name))?.code ?? 'ok').toBe(code);
  });

  it('offers no snapshots where none are taken', () => {
    expect(allowedByStatus.takeSnapshots(aPublishedEvent({ snapshotMethod: 'NONE' }))?.code).toBe('STEP_SKIPPED');
  });

  it('is what each command is refused with first', () => {
    const replace = {
      type: 'replaceCertificationEvent',
      definition: aDefinition(),
      bodyId: 'bdy_2',
      references: knownReferences(),
    } as const;
    expect(outcome(stateOf('closed'), replace)).toBe('EVENT_CLOSED');
    expect(outcome(stateOf('published'), { type: 'deleteCertificationEvent' })).toBe('ALREADY_PUBLISHED');
    expect(outcome(stateOf('published'), { type: 'discardChanges' })).toBe('NO_CHANGES');
    expect(outcome(stateOf('open'), close)).toBe('NOT_PUBLISHED');
  });
});

describe('Closing', () => {
  it('needs a comment', () => {
    const decided = decide(stateOf('published'), { ...close, comment: ' ' });
    expect(decided.ok ? null : decided.failure).toEqual({ code: 'REASON_REQUIRED', pointer: '/comment' });
  });

  it('before the end date wants a confirmation', () => {
    const decided = decide(stateOf('published'), close, '2026-05-18');
    expect(decided.ok ? null : decided.failure).toMatchObject({
      code: 'CONFIRMATION_REQUIRED',
      facts: { beforeEnd: true },
    });
    expect(outcome(stateOf('published'), { ...close, confirm: true }, '2026-05-18')).toBe('ok');
  });

  it.each(['unfinishedParticipants', 'openRequests', 'unfinishedRuns'])(
    'with %s wants a confirmation that lists them',
    (what) => {
      const decided = decide(stateOf('published'), { ...close, openWork: { ...noWork, [what]: 3 } });
      expect(decided.ok ? null : decided.failure).toEqual({
        code: 'CONFIRMATION_REQUIRED',
        facts: { ...noWork, beforeEnd: false, [what]: 3 },
      });
    },
  );

  it('after the end with nothing open needs none, and drops unpublished changes', () => {
    expect(after(stateOf('changed'), close)).toEqual({
      ...identity,
      status: 'CLOSED',
      published: aPublishedEvent().published,
      closedAt: moment('2026-06-10'),
      closedBy: 'sam',
      comment: 'done',
      legalHold: null,
      deletion: null,
      compaction: null,
    });
  });
});

describe('The publish flow', () => {
  it('flips a first publication: from then on participants see it', () => {
    const flipped = after(stateOf('publishing'), { type: 'completePublication', revision: 1 });
    expect(flipped).toMatchObject({
      status: 'PUBLISHED',
      draft: null,
      publishing: null,
      published: { revision: 1, bodyId: 'bdy_1', publishedBy: 'sam', publishedAt: moment('2026-06-10') },
    });
  });

  it('flips a later revision and clears the draft it was made of', () => {
    const flipped = after(stateOf('republishing'), { type: 'completePublication', revision: 2 });
    expect(flipped).toMatchObject({ status: 'PUBLISHED', draft: null, publishing: null, published: { revision: 2 } });
  });

  it('keeps the bodies of all earlier revisions, by which work was certified', () => {
    const second = aPublishedEvent({}, { publishing: { ...publishing, revision: 2, bodyId: 'bdy_2' } });
    const two = after(second, { type: 'completePublication', revision: 2 });
    if (two.status !== 'PUBLISHED') throw new Error('it was published');
    const third = { ...two, publishing: { ...publishing, revision: 3, bodyId: 'bdy_3' } };
    const three = after(third, { type: 'completePublication', revision: 3 });
    if (three.status !== 'PUBLISHED') throw new Error('it was published');
    const bodies = [1, 2, 3, 4].map((revision) => bodyIdOf(three.published, revision));
    expect(bodies).toEqual(['bdy_1', 'bdy_2', 'bdy_3', null]);
  });

  it('that stops stays publishing with its problem and is resumed as another attempt', () => {
    const failed = after(stateOf('publishing'), { type: 'failPublication', revision: 1, problem: 'throttled' });
    expect(failed).toMatchObject({ status: 'PUBLISHING', publishing: { attempt: 1, problem: 'throttled' } });
    expect(after(failed, { type: 'failPublication', revision: 1, problem: 'again' })).toEqual(failed);
    const resumed = after(failed, { type: 'resumePublication', revision: 1 });
    expect(resumed).toMatchObject({ publishing: { attempt: 2, problem: null } });
    expect(after(resumed, { type: 'resumePublication', revision: 1 })).toEqual(resumed);
  });

  it('that has been silent for more than ten minutes is resumed, and then has ten minutes again', () => {
    const attempt = (startedAt: string, number: number): CertificationEvent => ({
      ...identity,
      status: 'PUBLISHING',
      publishing: { ...publishing, startedAt: moment(startedAt), attempt: number },
    });
    const resume = (state: CertificationEvent, now: string) =>
      after(state, { type: 'resumePublication', revision: 1 }, now);
    const first = attempt('2026-04-15T12:00:00Z', 1);
    expect(resume(first, '2026-04-15T12:10:00Z')).toEqual(first);
    const second = attempt('2026-04-15T12:10:01Z', 2);
    expect(resume(first, '2026-04-15T12:10:01Z')).toEqual(second);
    expect(resume(second, '2026-04-15T12:20:01Z')).toEqual(second);
  });

  it('that stops while republishing leaves it published', () => {
    const failed = after(stateOf('republishing'), { type: 'failPublication', revision: 2, problem: 'throttled' });
    expect(failed).toMatchObject({ status: 'PUBLISHED', publishing: { problem: 'throttled' } });
  });

  it.each(['published', 'open', 'closed', 'deleted'])('changes nothing when repeated or late: %s', (name) => {
    expect(after(stateOf(name), { type: 'completePublication', revision: 1 })).toEqual(stateOf(name));
  });

  it('of another revision than the one under way changes nothing', () => {
    expect(after(stateOf('publishing'), { type: 'completePublication', revision: 7 })).toEqual(stateOf('publishing'));
  });

  it('is no command for people to begin with: a part of the system that publishes is a fault', () => {
    const context = { actor: system, now: moment('2026-04-10'), agency: anAgency() };
    expect(() => decideCertificationEvent(stateOf('open'), { type: 'deleteCertificationEvent' }, context)).toThrow(
      'flow',
    );
  });
});

describe('What has happened to a certification event', () => {
  it('deleting leaves a tombstone', () => {
    expect(after(stateOf('open'), { type: 'deleteCertificationEvent' })).toEqual({
      ...identity,
      status: 'DELETED',
      deletedAt: moment('2026-06-10'),
      deletedBy: 'sam',
    });
  });

  it('discarding leaves what is published', () => {
    expect(after(stateOf('changed'), { type: 'discardChanges' })).toEqual(aPublishedEvent());
  });

  it('beginning a publication moves an open one to publishing and leaves a published one published', () => {
    const begun = { type: 'PublicationBegun', publishing, body: aDefinition().body } as const;
    expect(evolveCertificationEvent(stateOf('open'), begun)).toEqual(stateOf('publishing'));
    expect(evolveCertificationEvent(stateOf('changed'), begun)).toMatchObject({
      status: 'PUBLISHED',
      draft,
      publishing,
    });
  });

  it('that its status rules out is a fault', () => {
    const at = moment('2026-06-10');
    const closing = { type: 'CertificationEventClosed', by: userId('sam'), at, comment: 'x' } as const;
    const body = aDefinition().body;
    const failed = { type: 'PublicationFailed', problem: 'x' } as const;
    const faults = [
      ['open', closing],
      ['closed', { type: 'PublicationCompleted', revision: 1, at }],
      ['published', { type: 'PublicationCompleted', revision: 1, at }],
      ['published', failed],
      ['open', failed],
      ['open', { type: 'ChangesDiscarded' }],
      ['closed', { type: 'DraftSaved', draft, body }],
      ['publishing', { type: 'PublicationBegun', publishing, body }],
      ['published', { type: 'LegalHoldReleased' }],
    ] as const;
    for (const [name, happening] of faults)
      expect(() => evolveCertificationEvent(stateOf(name), happening)).toThrow(
        `${happening.type} cannot happen to a certification event that is ${stateOf(name).status}`,
      );
  });
});

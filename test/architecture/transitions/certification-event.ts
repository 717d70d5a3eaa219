import { type Proof, row } from './row.ts';

const domain = 'domain/certification-event';
const at =
  (file: string) =>
  (title: string): Proof => [file, title];
const saving = at(`shared/${domain}/save.test.ts`);
const publishing = at(`shared/${domain}/publish.test.ts`);
const lifecycle = at(`shared/${domain}/lifecycle.test.ts`);
const api = at('functions/api/events/events.test.ts');
const republishing = at('test/acceptance/republish.test.ts');
const story = at('test/acceptance/story.test.ts');
const refusals = at('test/acceptance/refusals.test.ts');

/** What becomes of a certification event, and what each change of a running one does to its participants. */
export const certificationEventRows = [
  row(
    'E1 | - > OPEN | Saved with a name and a reporting year; everything else may follow. Nobody else sees it.',
    [`${domain}/decide-save.ts`, `${domain}/save-guards.ts`],
    [saving('needs a name and a reporting year only'), api('is made with its address and version')],
  ),
  row(
    'E2 | - > OPEN | A copy, named -COPY and numbered where that name is taken, without dates, runs or snapshots.',
    ['application/certification-events/copy.ts'],
    [saving('takes over everything but dates and what has happened'), api('is copied without its dates')],
  ),
  row(
    'E3 | OPEN > OPEN | Any field is edited, by whoever has seen the newest version.',
    [`${domain}/decide-save.ts`],
    [saving('replaces the draft of an open one'), api('is saved over only by whoever has seen its newest version')],
  ),
  row(
    'E4 | OPEN > PUBLISHED | All refusals first; then PUBLISHING, participants in chunks, the flip, the alerts and timers.',
    [`${domain}/decide-publish.ts`, `${domain}/publish-guards.ts`, 'application/flows/publish/flip.ts'],
    [
      publishing('tells the reasons in one fixed order'),
      publishing('freezes the definition with the rule versions it validates with'),
      refusals('with %s, and the preview says so before'),
      story('ends closed, with an audit trail that replays to the same state'),
    ],
    ['CERTIFICATION_EVENT_PUBLISHED', 'NO_CERTIFIER', 'PARTICIPANTS_WITHOUT_CERTIFIER', 'PEOPLE_WITHOUT_MAIL'],
  ),
  row(
    'E5 | OPEN > DELETED | A tombstone stays; the lists know it no more.',
    [`${domain}/decide-save.ts`],
    [api('is deleted while nobody has seen it'), lifecycle('deleting leaves a tombstone')],
  ),
  row(
    'E6 | PUBLISHED > PUBLISHED | Unpublished changes: districts keep the published revision.',
    [`${domain}/decide-save.ts`],
    [
      saving('makes unpublished changes of a published one'),
      republishing('stay with its editors until they are published'),
    ],
  ),
  row(
    'E7 | PUBLISHED > PUBLISHED | The changes become the next revision, after a preview of what they touch.',
    [`${domain}/republish-guards.ts`, 'application/flows/publish/apply-revision.ts'],
    [
      publishing('is the next revision, while participants still see the present one'),
      republishing('of the rules make unfinished work stale once confirmed'),
    ],
    ['CERTIFICATION_EVENT_CHANGED', 'CERTIFICATION_EVENT_PUBLISHED'],
  ),
  row(
    'E8 | PUBLISHED > PUBLISHED | The unpublished changes are dropped.',
    [`${domain}/decide-save.ts`],
    [api('keeps unpublished changes apart, and drops them on request')],
  ),
  row(
    'E9 | PUBLISHED > CLOSED | With a comment, and a confirmation before the end or with open work. All is frozen and sealed.',
    [`${domain}/decide-close.ts`, 'application/certification-events/react.ts'],
    [
      lifecycle('before the end date wants a confirmation'),
      api('is closed only with a comment'),
      republishing('closes, and finds the whole audit under one last seal'),
    ],
    ['CERTIFICATION_EVENT_CLOSED'],
  ),
  row(
    'E10 | CLOSED > - | Nothing leads out of it: EVENT_CLOSED before all else.',
    [`${domain}/lifecycle.ts`],
    [refusals('every command is refused for that'), lifecycle('is what each command is refused with first')],
  ),
  row(
    'E11 | OPEN > - | What is not published is not closed.',
    [`${domain}/lifecycle.ts`],
    [refusals('is not closed or decided about before it was published')],
  ),
  row(
    'E12 | PUBLISHED > - | What was published is never deleted.',
    [`${domain}/lifecycle.ts`],
    [refusals('is not deleted once it was published')],
  ),
  row(
    'C.2a name, description, links | PUBLISHED > PUBLISHED | No progress is touched and nobody is told.',
    [`${domain}/change-words.ts`],
    [['shared/application/notifications/notifications.test.ts', 'that changes words only is told to nobody']],
  ),
  row(
    'C.2a end date | PUBLISHED > PUBLISHED | Due dates move, overdue ends by itself, nobody is asked to certify again.',
    [`${domain}/republish-guards.ts`, 'application/notifications/recipients.ts'],
    [
      republishing('of name and end date touch nobody’s certification and ask nobody to certify again'),
      publishing('leaves an end date alone that is over by now'),
    ],
    ['CERTIFICATION_EVENT_CHANGED'],
  ),
  row(
    'C.2a start, opening | PUBLISHED > PUBLISHED | Moves to future days only; the opening stays once somebody has certified.',
    [`${domain}/republish-guards.ts`],
    [
      publishing('moves the start to future days only'),
      republishing('cannot move the opening once somebody has certified'),
    ],
  ),
  row(
    'C.2a participants | PUBLISHED > PUBLISHED | New ones begin; one that certified leaves only with a reason, as WITHDRAWN.',
    ['domain/participant/decide-revision.ts'],
    [
      republishing('take out a participant that has certified only with a reason'),
      ['shared/domain/participant/decide-revision.test.ts', 'selected again after it was sent begins a new round'],
    ],
    ['PARTICIPANT_REMOVED', 'CERTIFICATION_EVENT_PUBLISHED'],
  ),
  row(
    'C.2a category | PUBLISHED > PUBLISHED | Refused once somebody has certified; else tasks are made of its members.',
    [`${domain}/republish-guards.ts`],
    [
      publishing('cannot move to another category, or the opening, once somebody has certified'),
      ['shared/domain/participant/decide-revision.test.ts', 'takes over the members of another category'],
    ],
  ),
  row(
    'C.2a groups | PUBLISHED > PUBLISHED | Unfinished steps become stale; what is certified keeps its revision, unless the publisher asks again.',
    ['domain/participant/decide-revision.ts', `${domain}/freeze.ts`],
    [
      [
        'shared/domain/participant/decide-revision.test.ts',
        'leaves what is certified under the revision it was certified under',
      ],
      ['functions/api/validation/library.test.ts', 'changes nothing for what is published'],
      [
        'functions/api/validation/library.test.ts',
        'validates with the severity it gives a rule from the next publication on',
      ],
    ],
  ),
  row(
    'C.2a active | PUBLISHED > PUBLISHED | Paused: local commands are refused, nothing is hidden.',
    ['domain/participant/guards.ts'],
    [republishing('pause the work of districts without hiding anything')],
  ),
] as const;

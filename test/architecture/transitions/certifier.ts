import { type Proof, row } from './row.ts';

const domain = 'domain/participant';
const of =
  (name: string) =>
  (title: string): Proof => [`shared/${domain}/${name}.test.ts`, title];
const members = of('decide-members');
const follow = (title: string): Proof => ['functions/api/directory/members-follow.test.ts', title];

/** What becomes of one person's part. */
export const certifierRows = [
  row(
    'U1 | - > NOT_APPLICABLE | A reviewer has nothing to submit.',
    [`${domain}/task.ts`],
    [
      of('decide-submit')('sends for the certifiers only'),
      ['test/acceptance/refusals.test.ts', 'runs and completes a step for himself, and nothing of it counts'],
    ],
  ),
  row(
    'U2 | - > NOT_STARTED | A certifier’s part begins.',
    [`${domain}/task.ts`],
    [of('machine')('begins in progress, in its first round')],
  ),
  row(
    'U3 | NOT_STARTED, INCOMPLETE > INCOMPLETE | Start is pressed, from the opening on.',
    [`${domain}/decide-start.ts`],
    [
      of('decide-start')('makes the certifier incomplete and queues the snapshot of the round'),
      of('decide-start')('queues a snapshot for a certifier already at work in a round that has none'),
    ],
  ),
  row(
    'U4 | INCOMPLETE > COMPLETE | He submits: steps done, in time, signed.',
    [`${domain}/decide-submit.ts`],
    [of('decide-submit')('in the order closed, paused, window, past due, already submitted, steps, attestation')],
  ),
  row(
    'U5 | NOT_STARTED, INCOMPLETE > OVERDUE | The end of his due date in the agency’s zone; derived.',
    [`${domain}/viewpoint.ts`],
    [of('deadlines')('is over at $overAt for whatever is done, offered or shown')],
    ['OVERDUE'],
  ),
  row(
    'U6 | OVERDUE > NOT_STARTED, INCOMPLETE | A later day, of his own or of the certification event.',
    [`${domain}/decide-due-date.ts`],
    [of('decision-edges')('ends what was overdue since $due in $zone, for exactly that day')],
    ['DUE_DATE_CHANGED'],
  ),
  row(
    'U7 | COMPLETE, APPROVED_COMPLETE, COMPLETE_BY_STATE > REQUEST_PENDING | He asks to be sent back.',
    [`${domain}/decide-request.ts`],
    [of('decide-request')('marks the requester alone and changes no data')],
    ['RECERTIFICATION_REQUESTED'],
  ),
  row(
    'U8 | REQUEST_PENDING > INCOMPLETE | Granted.',
    [`${domain}/new-round.ts`],
    [of('decide-send-back')('grants a pending request')],
    ['RECERTIFICATION_REQUIRED'],
  ),
  row(
    'U9 | REQUEST_PENDING > what it was | Declined or withdrawn.',
    [`${domain}/evolve-outcome.ts`],
    [
      of('decide-request')('leads back to where it was made'),
      of('decide-unapprove')('leads back to where the request was made'),
    ],
    ['REQUEST_DECLINED', 'REQUEST_WITHDRAWN'],
  ),
  row(
    'U10 | COMPLETE > APPROVED_COMPLETE | The state approves; where he had not finished, COMPLETE_BY_STATE.',
    [`${domain}/evolve-outcome.ts`],
    [of('decide-approve')('of what was sent completes its certifiers')],
    ['CERTIFICATION_APPROVED'],
  ),
  row(
    'U11 | COMPLETE, APPROVED_COMPLETE > INCOMPLETE | The state sends back.',
    [`${domain}/new-round.ts`],
    [of('decide-send-back')('begins a new round in which nothing of the old one counts')],
    ['RECERTIFICATION_REQUIRED'],
  ),
  row(
    'U12 | any > removed | Taken off the list, or deactivated; the last unfinished one leaves a sending to confirm.',
    [`${domain}/decide-members.ts`, 'application/participants/follow-members.ts'],
    [
      members('the leaving of the last unfinished certifier does not send the participant'),
      follow('is left by who is removed'),
    ],
    ['NO_CERTIFIER', 'PARTICIPANTS_WITHOUT_CERTIFIER'],
  ),
  row(
    'U13 | - > NOT_STARTED | A new member joins the round, unless it is in the state’s hands.',
    [`${domain}/decide-members.ts`],
    [members('a new certifier joins the round and must certify too'), follow('is joined by who becomes a member')],
    ['CERTIFICATION_EVENT_PUBLISHED'],
  ),
  row(
    'C.4 display | - > - | What each sees of himself beside the participant’s status, and the one button of his row.',
    [`${domain}/labels.ts`, `${domain}/action.ts`],
    [
      of('machine')('shows nobody a status that does not go with its own'),
      of('display')('shows a certifier what was sent, and everybody what is closed'),
    ],
  ),
] as const;

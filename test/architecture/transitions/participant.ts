import { type Proof, row } from './row.ts';

const domain = 'domain/participant';
const of =
  (name: string) =>
  (title: string): Proof => [`shared/${domain}/${name}.test.ts`, title];
const submit = of('decide-submit');
const approve = of('decide-approve');
const sendBack = of('decide-send-back');
const request = of('decide-request');
const unapprove = of('decide-unapprove');
const dueDate = of('decide-due-date');
const after = of('decide-after-submission');
const methods = (title: string): Proof => ['test/acceptance/methods.test.ts', title];
const story = (title: string): Proof => ['test/acceptance/story.test.ts', title];

/** What becomes of a participant. */
export const participantRows = [
  row(
    'P1 | - > IN_PROGRESS | Publishing makes one of every selected organization, in round 1.',
    [`${domain}/decide.ts`, 'application/flows/publish/create-participants.ts'],
    [of('machine')('begins in progress, in its first round')],
    ['CERTIFICATION_EVENT_PUBLISHED'],
  ),
  row(
    'P2 | IN_PROGRESS > IN_PROGRESS | A certifier submits and others remain.',
    [`${domain}/decide-submit.ts`],
    [submit('keeps the participant in progress until every certifier has submitted')],
    ['CERTIFIER_DONE'],
  ),
  row(
    'P3 | IN_PROGRESS > SENT | The last certifier submits; the snapshot that all signed is locked.',
    [`${domain}/decide-submit.ts`, `${domain}/send.ts`],
    [
      submit('by the last certifier sends the participant and locks the snapshot'),
      story('tells %s of each of the three sendings once'),
      [
        'shared/domain/participant/decide-after-submission.test.ts',
        'sends the participant once the last unfinished certifier has left, naming who confirmed',
      ],
    ],
    ['CERTIFICATION_SENT'],
    ['P3 confirmed'],
  ),
  row(
    'P4 | SENT > APPROVED | By an approver who did not certify it, from the opening until the close.',
    [`${domain}/decide-approve.ts`],
    [
      approve('of what was sent completes its certifiers'),
      story('writes a certificate for each participant that was approved'),
    ],
    ['CERTIFICATION_APPROVED'],
  ),
  row(
    'P5 | IN_PROGRESS, RECERT_IN_PROGRESS > APPROVED | Without certification: confirmed, with a reason, claiming no signature.',
    [`${domain}/decide-approve.ts`],
    [
      approve('without certification claims no signature'),
      methods('takes a confirmation and a reason, and claims no signature'),
    ],
    ['CERTIFICATION_APPROVED'],
  ),
  row(
    'P6 | SENT > RECERT_IN_PROGRESS | Sent back with a reason: a new round for the members of now, with nothing of the old one.',
    [`${domain}/decide-send-back.ts`, `${domain}/new-round.ts`],
    [
      sendBack('begins a new round in which nothing of the old one counts'),
      sendBack('after the end date gives all certifiers the new due date'),
    ],
    ['RECERTIFICATION_REQUIRED'],
  ),
  row(
    'P7 | APPROVED > RECERT_IN_PROGRESS | The same of what is approved; the approval stays in the history.',
    [`${domain}/decide-send-back.ts`],
    [sendBack('of an approved participant supersedes the approval')],
    ['RECERTIFICATION_REQUIRED'],
  ),
  row(
    'P8 | IN_PROGRESS > RECERT_IN_PROGRESS | The same once some have certified; where nobody has, it is refused.',
    [`${domain}/decide-send-back.ts`],
    [sendBack('is possible once some have certified'), sendBack('where nobody has certified, in any round')],
    ['RECERTIFICATION_REQUIRED'],
  ),
  row(
    'P9 | SENT > RECERT_REQUESTED | A certifier asks, with a reason; nothing certified changes.',
    [`${domain}/decide-request.ts`],
    [
      request('marks the requester alone and changes no data'),
      methods('a request to recertify is shown on both sides and can be taken back'),
    ],
    ['RECERTIFICATION_REQUESTED'],
  ),
  row(
    'P10 | APPROVED > RECERT_REQUESTED | The same after approval, which stays valid until it is granted.',
    [`${domain}/decide-request.ts`],
    [request('is possible after approval, also one without certification')],
    ['RECERTIFICATION_REQUESTED'],
  ),
  row(
    'P11 | RECERT_REQUESTED > RECERT_IN_PROGRESS | Granted.',
    [`${domain}/decide-send-back.ts`],
    [
      sendBack('grants a pending request'),
      methods('granted, it begins a second round in which everything is done again'),
    ],
    ['RECERTIFICATION_REQUIRED'],
  ),
  row(
    'P12 | RECERT_REQUESTED > SENT, APPROVED | Declined with a comment: back to what it was.',
    [`${domain}/decide-decline.ts`],
    [
      unapprove('leads back to where the request was made'),
      methods('declined with a reason, it leaves the certification as it was and tells who asked'),
    ],
    ['REQUEST_DECLINED'],
  ),
  row(
    'P13 | RECERT_REQUESTED > SENT, APPROVED | Withdrawn by who asked.',
    [`${domain}/decide-request.ts`],
    [request('leads back to where it was made')],
    ['REQUEST_WITHDRAWN'],
  ),
  row(
    'P14 | RECERT_REQUESTED > APPROVED | Approved all the same, which declines the request.',
    [`${domain}/decide-approve.ts`],
    [approve('on a pending request after sending declines it and approves')],
    ['REQUEST_DECLINED', 'CERTIFICATION_APPROVED'],
  ),
  row(
    'P15 | RECERT_IN_PROGRESS > RECERT_IN_PROGRESS | As P2, in a later round.',
    [`${domain}/decide-submit.ts`],
    [sendBack('leads through a whole second round to SENT again')],
    ['CERTIFIER_DONE'],
  ),
  row(
    'P16 | RECERT_IN_PROGRESS > SENT | As P3, in a later round.',
    [`${domain}/decide-submit.ts`],
    [sendBack('leads through a whole second round to SENT again')],
    ['CERTIFICATION_SENT'],
  ),
  row(
    'P17 | any > same | The due date is over: shown as overdue, submitting is refused; never stored.',
    [`${domain}/viewpoint.ts`, 'domain/certification-event/window.ts'],
    [of('deadlines')('is over at $overAt for whatever is done, offered or shown')],
    ['OVERDUE', 'OVERDUE_DIGEST'],
  ),
  row(
    'P18 | any > same | A later day for one certifier or all: what was overdue is not any more.',
    [`${domain}/decide-due-date.ts`],
    [
      dueDate('gives back the stored status: overdue was never stored'),
      dueDate('for one person moves his deadline and nothing else'),
    ],
    ['DUE_DATE_CHANGED'],
  ),
  row(
    'P19 | any > frozen | Closed: no command changes it, its open request has expired.',
    [`${domain}/guards.ts`],
    [
      of('decide-members')('nobody joins or leaves after the close'),
      ['functions/api/certifications/archive.test.ts', 'a request that nobody answered has expired'],
    ],
    ['CERTIFICATION_EVENT_CLOSED'],
  ),
  row(
    'P20 | APPROVED > SENT, IN_PROGRESS, RECERT_IN_PROGRESS | An approval is taken back, with a reason, to what was before it.',
    [`${domain}/decide-unapprove.ts`],
    [
      unapprove('leads to what was sent, which waits for a decision anew'),
      unapprove('leads to unfinished work where nobody had certified'),
    ],
    ['APPROVAL_REVERSED'],
  ),
  row(
    'P21 | any > WITHDRAWN | Left out by a revision: hidden from its people, counted, and back only by a new selection.',
    [`${domain}/decide-revision.ts`],
    [of('decide-revision')('is withdrawn once, and its waiting flow ends')],
    ['PARTICIPANT_REMOVED'],
  ),
  row(
    'P22 | SENT > IN_PROGRESS, RECERT_IN_PROGRESS | A certifier withdraws his submission while nobody has decided.',
    [`${domain}/decide-after-submission.ts`],
    [
      after('reopens only that certifier and unlocks the snapshot, in the same round'),
      methods('a submission can be withdrawn while the state has not decided'),
    ],
    ['SUBMISSION_WITHDRAWN'],
  ),
] as const;

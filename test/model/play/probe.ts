import type { Played, Reply } from '../system/played.ts';
import { membersAt } from '../workflow/members.ts';
import { dueDateOf } from '../workflow/participant.ts';
import { shownStep } from '../workflow/step.ts';
import { later, type ModelParticipant, overAt, startsAt, stepNames, today, type World } from '../workflow/world.ts';
import type { PersonCommand } from './commands.ts';
import { forValues } from './offered.ts';
import { playOf, type Sequence } from './sequence.ts';
import { removedOnes } from './values.ts';

/*
 * What is offered is what is enforced, both ways, in every state that the sequences come to: each command is asked for with
 * good values, by everybody to whom something is offered, and taken back. What is offered must be accepted, or refused for a
 * value that only somebody could have chosen; what is not offered must be refused.
 */

type Probes = Readonly<Record<string, readonly PersonCommand[]>>;

const localProbes = (by: string, org: string): Probes => {
  const who = { by, org };
  return {
    startCertification: [{ type: 'start', ...who }],
    runStep: stepNames.map((step) => ({ type: 'run', ...who, step })),
    completeStep: stepNames.map((step) => ({ type: 'complete', ...who, step })),
    takeSnapshot: [{ type: 'takeSnapshot', ...who, confirm: true }],
    submitCertification: [{ type: 'submit', ...who, accepted: true }],
    withdrawSubmission: [{ type: 'withdrawSubmission', ...who }],
    confirmSent: [{ type: 'confirmSent', ...who }],
    requestRecertification: [{ type: 'request', ...who }],
    withdrawRecertificationRequest: [{ type: 'withdrawRequest', ...who }],
  };
};

const by = 'april';

const stateProbes = (world: World, org: string): Probes => {
  const date = later(today(world), world.event.published?.endDate ?? null) ?? today(world);
  const decision = { reason: 'because', newDueDate: date, confirmNotCertified: true };
  const decide = (type: 'APPROVE' | 'REQUEST_RECERTIFICATION' | 'UNAPPROVE' | 'DECLINE_REQUEST'): PersonCommand => ({
    type: 'decide',
    by,
    orgs: [org],
    decision: { type, ...decision },
  });
  return {
    'decide:APPROVE': [decide('APPROVE')],
    'decide:REQUEST_RECERTIFICATION': [decide('REQUEST_RECERTIFICATION')],
    'decide:UNAPPROVE': [decide('UNAPPROVE')],
    'decide:DECLINE_REQUEST': [decide('DECLINE_REQUEST')],
    overrideDueDate: [{ type: 'override', by, org, user: 'ALL', date }],
    removeOverride: [{ type: 'removeOverride', by, org, user: 'ALL' }],
    runOnLane: [{ type: 'runOnLane', by, org, lane: 'STATE', group: 'grp_tardiness' }],
    takeSnapshots: [{ type: 'takeSnapshots', by, orgs: [org], confirm: true }],
  };
};

const eventProbes = (world: World): Probes => ({
  replaceCertificationEvent: [{ type: 'save', by, change: {} }],
  publishCertificationEvent: [
    { type: 'publish', by, confirm: true, requireRecertification: false, withdrawals: removedOnes(world) },
  ],
  discardChanges: [{ type: 'discard', by }],
  deleteCertificationEvent: [{ type: 'delete', by }],
  copyCertificationEvent: [{ type: 'copy', by }],
  closeCertificationEvent: [{ type: 'close', by, confirm: true }],
  messageCertifiers: [{ type: 'message', by, orgs: [...world.participants.keys()], onlyUnfinished: false }],
});

/** Publishing is offered by status: what the draft still lacks is said by its preview. */
const draftLacks = [
  'NO_PARTICIPANTS',
  'NO_DATA_LINK',
  'DATES_MISSING',
  'END_IN_PAST',
  'DATES_INVALID',
  'SNAPSHOT_TIME_INVALID',
  'REASON_REQUIRED',
  'CATEGORY_INACTIVE',
  'CATEGORY_NOT_PUBLISHED',
  'GROUP_INACTIVE',
];

const withoutAddressee = ['NO_RECIPIENTS', 'REFERENCE_UNKNOWN', 'INVALID_INPUT'];

const excused: Readonly<Record<string, readonly string[]>> = {
  publishCertificationEvent: draftLacks,
  messageCertifiers: withoutAddressee,
  // Which group the state runs is its choice.
  runOnLane: ['GROUP_INACTIVE'],
};

/** The reason to refuse; null: it was accepted. */
const refusalIn = ({ status, body }: Reply): string | null => {
  if (status >= 300) return body.code;
  const [row] = body?.results ?? [];
  return row === undefined || row.outcome === 'APPLIED' ? null : row.code;
};

const judged = (
  key: string,
  name: string,
  isOffered: boolean,
  codes: readonly (string | null)[],
): readonly string[] => {
  if (codes.length === 0) return [];
  const isAccepted = codes.includes(null);
  if (!isOffered) return isAccepted ? [`${key}: ${name} is accepted, though not offered`] : [];
  const isExcused = codes.some((code) => code !== null && [...forValues, ...(excused[name] ?? [])].includes(code));
  return isAccepted || isExcused ? [] : [`${key}: ${name} is refused with ${codes.join(', ')}, though offered`];
};

const ofApprover = ({ rights }: World): readonly unknown[] => [rights.letters.get(by), rights.stateMembers.get(by)];

/** Everything that may decide about what is offered, without what only names it. */
const stateOf = (world: World, participant: ModelParticipant | undefined): readonly unknown[] => {
  const { event, now } = world;
  const definition = event.published;
  const common = [
    world.cast.level,
    ofApprover(world),
    event.status,
    event.draft !== null,
    event.publishing !== null,
    event.revision > 1,
  ];
  if (definition === null || participant === undefined) return common;
  const { active, snapshotMethod, allowDistrictRetake, groups, startDate, certificationOpensDate } = definition;
  const { status, round, tasks, snapshot, request, awaitsConfirmation, approval } = participant;
  return [
    ...common,
    [active, snapshotMethod, allowDistrictRetake, groups.length > 0],
    [now >= startsAt(world, startDate), now >= startsAt(world, certificationOpensDate ?? startDate)],
    [status, round > 1, awaitsConfirmation, request?.by, approval?.previous, snapshot?.status, snapshot?.state],
    tasks.map((task) => [
      [task.userId, task.role, task.status, task.submitted],
      now >= overAt(world, dueDateOf(world, participant, task)),
      stepNames.map((step) => shownStep(world, participant, task, step)),
    ]),
    membersAt(world, participant.organizationId).map(({ userId, role }) => [
      userId,
      role,
      world.rights.letters.get(userId),
    ]),
  ];
};

/** The states that were probed already, over everything a test plays. */
export class ProbedStates {
  readonly #states = new Set<string>();
  probes = 0;

  get count(): number {
    return this.#states.size;
  }

  isNew(state: readonly unknown[]): boolean {
    const name = JSON.stringify(state);
    if (this.#states.has(name)) return false;
    this.#states.add(name);
    return true;
  }
}

const probedFor = async (
  { world, asked, eventId, offers }: Sequence,
  played: Played,
  { key, probes, states }: { readonly key: string; readonly probes: Probes; readonly states: ProbedStates },
): Promise<readonly string[]> => {
  const list = offers.get(key);
  if (list === undefined) return [];
  const said: string[] = [];
  for (const [name, commands] of Object.entries(probes)) {
    const codes: (string | null)[] = [];
    for (const command of commands) {
      const question = await playOf(world, command).ask(asked, eventId);
      if (question === null) continue;
      states.probes += 1;
      codes.push(refusalIn(await played.tryOut(question)));
    }
    said.push(...judged(key, name, list.includes(name), codes));
  }
  return said;
};

/** What contradicts the offers of this state, in words. */
export const probed = async (sequence: Sequence, played: Played, states: ProbedStates): Promise<readonly string[]> => {
  const { world } = sequence;
  if (world.event.status === 'DELETED') return [];
  const said: string[] = [];
  if (
    states.isNew(['event', ...stateOf(world, undefined), [...world.participants.values()].map(({ status }) => status)])
  )
    said.push(...(await probedFor(sequence, played, { key: 'event', probes: eventProbes(world), states })));
  for (const participant of world.participants.values()) {
    const org = participant.organizationId;
    if (!states.isNew([org, ...stateOf(world, participant)])) continue;
    said.push(...(await probedFor(sequence, played, { key: org, probes: stateProbes(world, org), states })));
    for (const { name } of [...world.cast.people, ...world.cast.newcomers].filter(
      (one) => one.organizationId === org,
    )) {
      const probes = localProbes(name, org);
      said.push(...(await probedFor(sequence, played, { key: `${name} ${org}`, probes, states })));
    }
  }
  return said;
};

import { newRound } from './decision.ts';
import { timesFit } from './certification-event.ts';
import { libraryGuards, pinnedBy } from './library.ts';
import { membersAt, newTask, reconcile } from './members.ts';
import { isDone, isOpenForWork } from './participant.ts';
import type { SnapshotEnd } from './snapshot.ts';
import { firstOf, refuseUnless, type Verdict } from './verdict.ts';
import { type ModelDefinition, type ModelParticipant, overAt, today, type World } from './world.ts';

/* C.2 and C.2a: publishing, what stands against it, and what it does to those who are at work. */

const hasEnded = (world: World, { endDate }: ModelDefinition): boolean => world.now >= overAt(world, endDate);

/** Everything that stands against publishing; the text gives no order among them. */
const guards = (world: World, definition: ModelDefinition): Verdict => [
  ...refuseUnless(definition.participants.length > 0, 'NO_PARTICIPANTS'),
  ...refuseUnless(definition.groups.length > 0 || definition.hasAddress, 'NO_DATA_LINK'),
  ...refuseUnless(definition.startDate !== null && definition.endDate !== null, 'DATES_MISSING'),
  ...refuseUnless(
    timesFit(world, definition) &&
      (definition.snapshotMethod !== 'ON_CERT_START' || definition.missingSnapshotAt !== null),
    'SNAPSHOT_TIME_INVALID',
  ),
  ...libraryGuards(world, definition.groups),
];

const hasCertified = (participant: ModelParticipant): boolean =>
  participant.approval !== null || participant.tasks.some(({ submitted }) => submitted);

/** In this round or an earlier one. */
const isCertified = (participant: ModelParticipant): boolean =>
  participant.status !== 'WITHDRAWN' && (participant.round > 1 || hasCertified(participant));

/** C.2a: opens and start take only future values, and opens stays once somebody has certified. */
const datesMayMove = (world: World, before: ModelDefinition, after: ModelDefinition): Verdict => {
  const opensMoves =
    (before.certificationOpensDate ?? before.startDate) !== (after.certificationOpensDate ?? after.startDate);
  const startMoves = before.startDate !== after.startDate;
  const opens = after.certificationOpensDate ?? after.startDate ?? '';
  const isPast = (opensMoves && opens < today(world)) || (startMoves && (after.startDate ?? '') < today(world));
  const certified = [...world.participants.values()].some(isCertified);
  return refuseUnless(!isPast && !(opensMoves && certified), 'DATES_INVALID');
};

const removedBy = (world: World, after: ModelDefinition): readonly ModelParticipant[] =>
  [...world.participants.values()].filter(
    ({ organizationId, status }) => status !== 'WITHDRAWN' && !after.participants.includes(organizationId),
  );

const namesOnly = (removed: readonly ModelParticipant[], withdrawals: readonly string[]): boolean =>
  withdrawals.every((one) => removed.some(({ organizationId }) => organizationId === one));

const removalsAreReasoned = (world: World, after: ModelDefinition, withdrawals: readonly string[]): Verdict =>
  refuseUnless(
    removedBy(world, after).every((one) => !isCertified(one) || withdrawals.includes(one.organizationId)),
    'REASON_REQUIRED',
  );

export interface Publication {
  readonly confirm: boolean;
  readonly requireRecertification: boolean;
  readonly withdrawals: readonly string[];
}

/** By status alone; the definition has guards of its own. */
export const publishable = ({ event }: World): Verdict =>
  firstOf(
    refuseUnless(event.status !== 'CLOSED', 'EVENT_CLOSED'),
    refuseUnless(event.publishing === null, 'PUBLISHING'),
    refuseUnless(event.draft !== null, 'NO_CHANGES'),
  );

const hasWorked = ({ runs, tasks }: ModelParticipant): boolean =>
  runs.size > 0 || tasks.some(({ completed }) => completed.size > 0);

/** What publishing the changes undoes for somebody; then the preview must have been confirmed. */
const undoes = (world: World, after: ModelDefinition, { requireRecertification }: Publication): boolean => {
  const present = [...world.participants.values()].filter(({ status }) => status !== 'WITHDRAWN');
  const groupsChange = world.event.pins !== pinnedBy(world, after.groups);
  return (
    removedBy(world, after).some(hasWorked) ||
    (groupsChange && present.some((one) => hasWorked(one) && isOpenForWork(one))) ||
    (requireRecertification && present.some(hasCertified))
  );
};

/** A past end may stay; one is moved there for nobody at work, or confirmed; nobody is asked to certify again after it. */
const endMayBePast = (
  world: World,
  before: ModelDefinition,
  after: ModelDefinition,
  { confirm, requireRecertification }: Publication,
): boolean => {
  if (!hasEnded(world, after)) return true;
  const present = [...world.participants.values()].filter(({ status }) => status !== 'WITHDRAWN');
  if (requireRecertification) return false;
  return before.endDate === after.endDate || confirm || !present.some(isOpenForWork);
};

export const mayPublish = (world: World, publication: Publication): Verdict => {
  const { withdrawals, confirm } = publication;
  const { event } = world;
  const byStatus = publishable(world);
  if (byStatus.length > 0 || event.draft === null) return byStatus;
  if (event.published === null)
    return [...guards(world, event.draft), ...refuseUnless(!hasEnded(world, event.draft), 'END_IN_PAST')];
  return [
    ...guards(world, event.draft),
    ...refuseUnless(endMayBePast(world, event.published, event.draft, publication), 'END_IN_PAST'),
    ...datesMayMove(world, event.published, event.draft),
    ...refuseUnless(namesOnly(removedBy(world, event.draft), withdrawals), 'REFERENCE_UNKNOWN'),
    ...removalsAreReasoned(world, event.draft, withdrawals),
    ...refuseUnless(confirm || !undoes(world, event.draft, publication), 'CONFIRMATION_REQUIRED'),
  ];
};

export const publish = (world: World, { requireRecertification, withdrawals }: Publication): void => {
  const { event, participants } = world;
  if (event.draft === null) return;
  const snapshotsFirst = [...participants.values()].filter(({ snapshot }) => snapshot?.status === 'QUEUED');
  const pins = pinnedBy(world, event.draft.groups);
  event.publishing = { definition: event.draft, requireRecertification, withdrawals, pins, snapshotsFirst };
  event.draft = null;
  if (event.status === 'OPEN') event.status = 'PUBLISHING';
};

const newParticipant = (world: World, organizationId: string): ModelParticipant => {
  world.edges.reach('P1');
  if (world.cast.level === 'SCHOOL') world.edges.reach('School published');
  const members = membersAt(world, organizationId);
  for (const { role } of members) world.edges.reach(role === 'CERTIFIER' ? 'U2' : 'U1');
  return {
    organizationId,
    status: 'IN_PROGRESS',
    round: 1,
    tasks: members.map((member) => newTask(member)),
    runs: new Map(),
    snapshot: null,
    snapshots: 0,
    deadline: null,
    approval: null,
    request: null,
    awaitsConfirmation: false,
  };
};

/** Changed groups make every run stale; whoever had certified keeps what he signed, unless everybody is asked to do it again. */
const applyRevision = (
  world: World,
  participant: ModelParticipant,
  {
    groupsChanged,
    requireRecertification,
  }: { readonly groupsChanged: boolean; readonly requireRecertification: boolean },
): void => {
  if (requireRecertification && participant.tasks.some(isDone)) return newRound(world, participant);
  if (!groupsChanged) return;
  for (const run of participant.runs.values()) {
    run.stale = true;
    world.edges.reach('W14');
  }
};

/** The row is kept; what was asked for is asked of nobody any more. */
const withdraw = (participant: ModelParticipant): void => {
  participant.status = 'WITHDRAWN';
  participant.request = null;
};

/** The flow has done its work: the revision is what everybody sees. */
export const finishPublication = (world: World, end: SnapshotEnd): void => {
  const { event } = world;
  const { publishing, published } = event;
  if (publishing === null) return;
  const { definition, requireRecertification, snapshotsFirst, pins } = publishing;
  for (const participant of snapshotsFirst) end(world, participant);
  world.edges.reach(published === null ? 'E4' : 'E7');
  event.published = definition;
  event.publishing = null;
  event.status = 'PUBLISHED';
  event.revision += 1;
  if (definition.snapshotMethod === 'NONE') world.edges.reach('W12');
  const groupsChanged = published !== null && event.pins !== pins;
  event.pins = pins;
  for (const participant of world.participants.values()) {
    if (participant.status === 'WITHDRAWN') continue;
    if (!definition.participants.includes(participant.organizationId)) withdraw(participant);
    else applyRevision(world, participant, { groupsChanged, requireRecertification });
  }
  for (const id of definition.participants)
    if (!world.participants.has(id)) world.participants.set(id, newParticipant(world, id));
  for (const participant of world.participants.values()) reconcile(world, participant);
};

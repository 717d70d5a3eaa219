import type { Asked, Reply } from '../system/played.ts';
import type { LocalPerson } from '../system/people.ts';
import { membersAt } from '../workflow/members.ts';
import { participantLabels, userLabels } from '../workflow/labels.ts';
import { dueDateOf, isOpenForWork, progressOf, shownStatus } from '../workflow/participant.ts';
import { permittedLocally, permittedOnEvent, permittedToState } from '../workflow/permitted.ts';
import { holds } from '../workflow/rights.ts';
import { shownStep } from '../workflow/step.ts';
import type { Offers } from './offered.ts';
import { type ModelParticipant, stepNames, type World } from '../workflow/world.ts';

/* Everything that people see, compared with what the text says they see. */

type Seen = Reply['body'];

const same = (what: string, found: unknown, expected: unknown): readonly string[] =>
  JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [`${what} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];

const sorted = (names: readonly string[]): readonly string[] => names.toSorted();

const ofEvent = (world: World, reader: string, seen: Seen): readonly string[] => {
  const { event } = world;
  return [
    ...same('status', seen.status, event.status),
    ...same(
      'unpublishedChanges',
      seen.unpublishedChanges,
      event.published !== null && (event.draft !== null || event.publishing !== null),
    ),
    ...same('revision', seen.revision, event.revision),
    ...same('name', seen.name, (event.published ?? event.publishing?.definition ?? event.draft)?.name),
    ...same('commands on the event', sorted(seen.permittedCommands), permittedOnEvent(world, reader)),
  ];
};

const ofTask = (world: World, participant: ModelParticipant, seen: Seen): readonly string[] => {
  const task = participant.tasks.find(({ userId }) => userId === seen.userId);
  if (task === undefined) return [`${seen.userId} has no part in ${participant.organizationId}`];
  const status = shownStatus(world, participant, task);
  const who = `${participant.organizationId} ${seen.userId}`;
  return [
    ...same(`${who} userStatus`, seen.userStatus, status),
    ...same(`${who} userStatusLabel`, seen.userStatusLabel, userLabels[status]),
    ...same(`${who} dueDate`, seen.dueDate, dueDateOf(world, participant, task)),
  ];
};

const ofSnapshot = (world: World, participant: ModelParticipant, seen: Seen): readonly string[] => {
  if (world.event.status === 'CLOSED' || participant.status === 'WITHDRAWN') return [];
  const { snapshot, organizationId } = participant;
  const found = seen === null ? null : [seen.status, seen.state];
  return same(`${organizationId} snapshot`, found, snapshot === null ? null : [snapshot.status, snapshot.state]);
};

const ofParticipant = (world: World, reader: string, participant: ModelParticipant, seen: Seen): readonly string[] => {
  const who = participant.organizationId;
  const { certified, certifiers } = seen.progress;
  return [
    ...same(`${who} status`, seen.status, participant.status),
    ...same(`${who} round`, seen.round, participant.round),
    ...same(`${who} progress`, { certified, certifiers }, progressOf(participant)),
    ...same(`${who} people`, seen.certifiers.length, participant.tasks.length),
    ...ofSnapshot(world, participant, seen.snapshot),
    ...(world.event.status === 'CLOSED'
      ? []
      : same(`${who} request`, seen.openRequest?.requestedBy ?? null, participant.request?.by ?? null)),
    ...seen.certifiers.flatMap((one: Seen) => ofTask(world, participant, one)),
    ...same(`${who} commands`, sorted(seen.permittedCommands), permittedToState(world, participant, reader)),
  ];
};

const ofParticipants = (world: World, reader: string, seen: Seen): readonly string[] => [
  ...same('participants', seen.total, world.participants.size),
  ...seen.items.flatMap((one: Seen) => {
    const participant = world.participants.get(one.organizationId);
    return participant === undefined
      ? [`${one.organizationId} is no participant`]
      : ofParticipant(world, reader, participant, one);
  }),
];

const ofSteps = (world: World, participant: ModelParticipant, userId: string, seen: Seen): readonly string[] => {
  const task = participant.tasks.find((one) => one.userId === userId);
  if (task === undefined || world.event.status === 'CLOSED' || !isOpenForWork(participant)) return [];
  return stepNames.flatMap((step, index) =>
    same(`${userId} ${step}`, seen.steps[index].status, shownStep(world, participant, task, step)),
  );
};

const ofWizard = (world: World, userId: string, participant: ModelParticipant, reply: Reply): readonly string[] => {
  const task = participant.tasks.find((one) => one.userId === userId);
  const member = membersAt(world, participant.organizationId).find((one) => one.userId === userId);
  if (member === undefined) return same(`${userId}, no member, finds it`, reply.status, 404);
  if (participant.status === 'WITHDRAWN') return same(`${userId} finds a withdrawn one`, reply.status, 404);
  if (!holds(world, userId, 'ANY')) return same(`${userId}, without rights, reads it`, reply.status, 403);
  // His part follows the list a little later, or not before the next round.
  if (task?.role !== member.role) return [];
  if (reply.status !== 200) return [`${userId} is answered ${reply.status} ${reply.body.code}`];
  const seen = reply.body;
  const status = shownStatus(world, participant, task);
  return [
    ...same(`${userId} userStatus`, seen.userStatus, status),
    ...same(`${userId} eventStatus`, seen.eventStatus, participant.status),
    ...same(`${userId} eventStatusLabel`, seen.eventStatusLabel, participantLabels[participant.status]),
    ...ofSteps(world, participant, userId, seen),
    ...same(`${userId} commands`, sorted(seen.permittedCommands), permittedLocally(world, participant, task)),
  ];
};

const isListed = (world: World, { name, organizationId }: LocalPerson): boolean =>
  membersAt(world, organizationId).some(({ userId }) => userId === name);

/** Whose offers of the state's side are tried out. */
const approver = 'april';

/** Any letter opens the certification event, R its participants. */
const ofApprover = async (world: World, asked: Asked, path: string): Promise<readonly string[]> => {
  if (holds(world, approver, 'R') || world.event.published === null || world.event.status === 'DELETED') return [];
  const event = await asked.ask({ by: approver, method: 'GET', path });
  const participants = await asked.ask({ by: approver, method: 'GET', path: `${path}/participants` });
  return [
    ...same('the event without R', event.status, holds(world, approver, 'ANY') ? 200 : 403),
    ...(event.status === 200
      ? same('offered without R', sorted(event.body.permittedCommands), permittedOnEvent(world, approver))
      : []),
    ...same('participants without R', participants.status, 403),
  ];
};

/** What differs, in words; nothing when text and product agree. Notes what is offered for the next command. */
export const differences = async (
  world: World,
  asked: Asked,
  eventId: string,
  offers: Offers,
): Promise<readonly string[]> => {
  offers.clear();
  const path = `/v1/certification-events/${eventId}`;
  const found = [...(await ofApprover(world, asked, path))];
  const by = holds(world, approver, 'R') ? approver : 'admin';
  const event = await asked.ask({ by, method: 'GET', path });
  if (world.event.status === 'DELETED') return same('a deleted one', event.status, 404);
  found.push(...ofEvent(world, by, event.body));
  // Who cannot read it is offered nothing.
  offers.set('event', by === approver ? event.body.permittedCommands : permittedOnEvent(world, approver));
  if (world.event.published === null) return found;
  const participants = await asked.ask({ by, method: 'GET', path: `${path}/participants` });
  found.push(...ofParticipants(world, by, participants.body));
  for (const { organizationId: org, permittedCommands } of participants.body.items) {
    const participant = world.participants.get(org);
    const offeredElse = participant === undefined ? [] : permittedToState(world, participant, approver);
    offers.set(org, by === approver ? permittedCommands : offeredElse);
  }
  for (const { name, organizationId } of [
    ...world.cast.people,
    ...world.cast.newcomers.filter((one) => isListed(world, one)),
  ]) {
    const participant = world.participants.get(organizationId);
    if (participant === undefined) continue;
    const wizard = await asked.ask({
      by: name,
      method: 'GET',
      path: `/v1/certifications/${eventId}/${organizationId}`,
    });
    found.push(...ofWizard(world, name, participant, wizard));
    if (wizard.status === 200) offers.set(`${name} ${organizationId}`, wizard.body.permittedCommands);
    if (wizard.status === 403) offers.set(`${name} ${organizationId}`, []);
  }
  return found;
};

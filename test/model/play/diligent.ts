import type { LocalPerson } from '../system/people.ts';
import type { Decision } from '../workflow/decision.ts';
import { isDone } from '../workflow/participant.ts';
import { hasGroups, shownStep } from '../workflow/step.ts';
import { hasSnapshot } from '../workflow/snapshot.ts';
import { definitionOf, type ParticipantStatus, stepNames, type World } from '../workflow/world.ts';
import type { Chance } from './chance.ts';
import type { Command } from './commands.ts';
import { changeOf, newDate, removedOnes } from './values.ts';

/* Commands that lead somewhere: chance alone would rarely certify anything. */

/** The next thing a diligent member does. */
export const advance = (world: World, chance: Chance): Command => {
  const person = chance.pick(world.cast.people);
  const command = advanceOf(world, person);
  const ended =
    command.type === 'run' ? world.participants.get(command.org)?.runs.get(command.step)?.status : undefined;
  return command.type === 'run' && (ended === 'FAILED' || ended === 'CANCELLED') && chance.next() < 0.7
    ? { ...command, type: 'retry' }
    : command;
};

export const advanceOf = (world: World, { name: by, organizationId: org }: LocalPerson): Command => {
  const participant = world.participants.get(org);
  const task = participant?.tasks.find(({ userId }) => userId === by);
  if (participant === undefined || task === undefined) return { type: 'flows' };
  if (task.status === 'NOT_STARTED') return { type: 'start', by, org };
  const { snapshotMethod } = definitionOf(world);
  if (participant.snapshot === null && task.role === 'CERTIFIER' && snapshotMethod === 'ON_CERT_START')
    return { type: 'start', by, org };
  const step = stepNames.find((one) => !['COMPLETED', 'SKIPPED'].includes(shownStep(world, participant, task, one)));
  if (step === undefined) return { type: 'submit', by, org, accepted: true };
  if (step === 'snapshot-validation' && !hasSnapshot(participant))
    return { type: 'takeSnapshot', by, org, confirm: true };
  const shown = shownStep(world, participant, task, step);
  if (shown === 'QUEUED' || shown === 'RUNNING') return { type: 'work', outcome: 'CLEAN' };
  if (shown === 'NEEDS_VIEW' && participant.runs.get(step)?.viewers.has(by) !== true)
    return { type: 'view', by, org, step };
  if (shown === 'NEEDS_VIEW' || !hasGroups(world)) return { type: 'complete', by, org, step };
  return { type: 'run', by, org, step };
};

/** The state changes what it has published, step by step; what it paused goes on. */
export const manage = (world: World, chance: Chance): Command => {
  const { event } = world;
  if (event.publishing !== null || event.published === null) return { type: 'flows' };
  if (event.draft !== null) {
    const requireRecertification = chance.next() < 0.3;
    return { type: 'publish', by: 'admin', confirm: true, requireRecertification, withdrawals: removedOnes(world) };
  }
  const change = event.published.active ? changeOf(world, chance) : { active: true };
  return { type: 'save', by: 'admin', change };
};

const decisionsOn = {
  IN_PROGRESS: ['APPROVE', 'REQUEST_RECERTIFICATION'],
  RECERT_IN_PROGRESS: ['APPROVE'],
  SENT: ['APPROVE', 'REQUEST_RECERTIFICATION'],
  APPROVED: ['UNAPPROVE', 'REQUEST_RECERTIFICATION'],
  RECERT_REQUESTED: ['APPROVE', 'REQUEST_RECERTIFICATION', 'DECLINE_REQUEST'],
  WITHDRAWN: ['APPROVE'],
} as const;

const stateDecides = (world: World, chance: Chance, org: string, status: ParticipantStatus): Command => {
  const type = chance.pick<Decision['type']>(decisionsOn[status]);
  const newDueDate = chance.next() < 0.3 ? newDate(world, chance) : undefined;
  const decision = { type, reason: 'because', newDueDate, confirmNotCertified: chance.next() < 0.3 };
  return { type: 'decide', by: 'april', orgs: [org], decision };
};

/** What the state or a certifier does about something that was sent; before that, the work goes on. */
export const respond = (world: World, chance: Chance): Command => {
  const settled = [...world.participants.values()].filter(
    ({ status, tasks }) => !['IN_PROGRESS', 'RECERT_IN_PROGRESS', 'WITHDRAWN'].includes(status) || tasks.some(isDone),
  );
  if (settled.length === 0) return advance(world, chance);
  const { organizationId: org, status, request } = chance.pick(settled);
  const own = world.cast.people.filter((one) => one.organizationId === org);
  const by = request?.by ?? (own.length === 0 ? 'ana' : chance.pick(own).name);
  if (request !== null && chance.next() < 0.8) return stateDecides(world, chance, org, status);
  if (chance.next() < 0.25) return { type: 'request', by, org };
  if (chance.next() < 0.25) return { type: request === null ? 'withdrawSubmission' : 'withdrawRequest', by, org };
  return stateDecides(world, chance, org, status);
};

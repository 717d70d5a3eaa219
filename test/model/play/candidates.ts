import { groups, managers } from '../system/people.ts';
import { certifiersOf } from '../workflow/participant.ts';
import { stepNames, type World } from '../workflow/world.ts';
import type { Chance } from './chance.ts';
import type { Command } from './commands.ts';
import { advance, manage, respond } from './diligent.ts';
import { commandAlone } from './candidates-alone.ts';
import { changeOf, hour, moments, newDate, removedOnes } from './values.ts';

/* One command of a kind, with values that are mostly good and sometimes at an edge. */

const someone = ({ cast }: World, chance: Chance): { readonly by: string; readonly org: string } => {
  const { name, organizationId } = chance.pick(cast.people);
  return { by: name, org: chance.next() < 0.03 ? chance.pick(cast.places) : organizationId };
};

const certifier = ({ cast }: World, chance: Chance): { readonly by: string; readonly org: string } => {
  const { name, organizationId } = chance.pick(cast.people.filter(({ role }) => role === 'CERTIFIER'));
  return { by: name, org: organizationId };
};

/** Somebody comes, goes or changes his part; whoever is missing mostly comes back. */
const memberChange = (world: World, chance: Chance): Command => {
  const { cast } = world;
  const { name: user, organizationId, role } = chance.pick([...cast.people, ...cast.newcomers]);
  const org = cast.districtOf(organizationId);
  const by = chance.next() < 0.95 ? (managers.get(org) ?? '') : chance.pick(['bea', 'gil', 'april', 'ana']);
  const isListed = (world.members.get(org) ?? []).some(({ userId }) => userId === user);
  if (isListed && chance.next() < 0.6) return { type: 'removeMember', by, org, user };
  const isAsUsual = chance.next() < 0.8;
  return { type: 'setMember', by, org, user, role: isAsUsual ? role : chance.pick(['CERTIFIER', 'REVIEWER']) };
};

const stateStaff = ['april', 'april', 'april', 'admin', 'stan'];
const editors = ['admin', 'admin', 'april', 'stan', 'ana'];

const makers = {
  manage,
  respond,
  advance,
  start: (world: World, chance: Chance): Command => ({ type: 'start', ...certifier(world, chance) }),
  run: (world: World, chance: Chance): Command => ({
    type: 'run',
    ...someone(world, chance),
    step: chance.pick(stepNames),
  }),
  view: (world: World, chance: Chance): Command => ({
    type: 'view',
    ...someone(world, chance),
    step: chance.pick(stepNames),
  }),
  complete: (world: World, chance: Chance): Command => ({
    type: 'complete',
    ...someone(world, chance),
    step: chance.pick(stepNames),
  }),
  cancel: (world: World, chance: Chance): Command => ({
    type: 'cancel',
    ...someone(world, chance),
    step: chance.pick(stepNames),
  }),
  retry: (world: World, chance: Chance): Command => ({
    type: 'retry',
    ...someone(world, chance),
    step: chance.pick(stepNames),
  }),
  takeSnapshot: (world: World, chance: Chance): Command => ({
    type: 'takeSnapshot',
    ...someone(world, chance),
    confirm: chance.next() < 0.6,
  }),
  submit: (world: World, chance: Chance): Command => ({
    type: 'submit',
    ...certifier(world, chance),
    accepted: chance.next() < 0.95,
  }),
  withdrawSubmission: (world: World, chance: Chance): Command => ({
    type: 'withdrawSubmission',
    ...certifier(world, chance),
  }),
  request: (world: World, chance: Chance): Command => ({ type: 'request', ...certifier(world, chance) }),
  withdrawRequest: (world: World, chance: Chance): Command => ({
    type: 'withdrawRequest',
    ...certifier(world, chance),
  }),
  confirmSent: (world: World, chance: Chance): Command => {
    const waiting = [...world.participants.values()].find(({ awaitsConfirmation }) => awaitsConfirmation);
    const org = waiting?.organizationId ?? chance.pick(world.cast.places);
    const certifies = waiting && certifiersOf(waiting)[0]?.userId;
    return {
      type: 'confirmSent',
      org,
      by: chance.next() < 0.5 ? (managers.get(world.cast.districtOf(org)) ?? 'bea') : (certifies ?? 'ana'),
    };
  },
  memberChange,
  runOnLane: (world: World, chance: Chance): Command => ({
    type: 'runOnLane',
    by: chance.pick(stateStaff),
    org: chance.pick(world.cast.places),
    lane: chance.pick(['STATE', 'SNAPSHOT']),
    group: chance.pick(groups),
  }),
  message: (world: World, chance: Chance): Command => ({
    type: 'message',
    by: chance.pick([...stateStaff, 'gus']),
    orgs: chance.pick([[chance.pick(world.cast.places)], world.cast.places.slice(0, 2)]),
    onlyUnfinished: chance.next() < 0.5,
  }),
  save: (world: World, chance: Chance): Command => ({
    type: 'save',
    by: chance.pick(editors),
    change: changeOf(world, chance),
  }),
  publish: (world: World, chance: Chance): Command => ({
    type: 'publish',
    by: chance.pick(editors),
    confirm: chance.next() < 0.8,
    requireRecertification: chance.next() < 0.3,
    withdrawals: chance.next() < 0.8 ? removedOnes(world) : chance.next() < 0.5 ? [] : [chance.pick(world.cast.places)],
  }),
  discard: (_world: World, chance: Chance): Command => ({ type: 'discard', by: chance.pick(editors) }),
  delete: (_world: World, chance: Chance): Command => ({ type: 'delete', by: chance.pick(editors) }),
  copy: (_world: World, chance: Chance): Command => ({ type: 'copy', by: chance.pick(editors) }),
  close: (_world: World, chance: Chance): Command => ({
    type: 'close',
    by: chance.pick(editors),
    confirm: chance.next() < 0.5,
  }),
  decide: (world: World, chance: Chance): Command => ({
    type: 'decide',
    by: chance.pick(stateStaff),
    orgs: chance.pick([[chance.pick(world.cast.places)], world.cast.places.slice(0, 2), world.cast.places]),
    decision: {
      type: chance.pick(['APPROVE', 'APPROVE', 'REQUEST_RECERTIFICATION', 'UNAPPROVE', 'DECLINE_REQUEST']),
      reason: chance.next() < 0.8 ? 'because' : undefined,
      newDueDate: chance.next() < 0.3 ? newDate(world, chance) : undefined,
      confirmNotCertified: chance.next() < 0.4,
    },
  }),
  override: (world: World, chance: Chance): Command => {
    const { name, organizationId } = chance.pick(world.cast.people);
    const user = chance.next() < 0.4 ? 'ALL' : name;
    return { type: 'override', by: chance.pick(stateStaff), org: organizationId, user, date: newDate(world, chance) };
  },
  removeOverride: (world: World, chance: Chance): Command => {
    const { name, organizationId } = chance.pick(world.cast.people);
    return {
      type: 'removeOverride',
      by: chance.pick(stateStaff),
      org: organizationId,
      user: chance.pick(['ALL', name]),
    };
  },
  takeSnapshots: (world: World, chance: Chance): Command => ({
    type: 'takeSnapshots',
    by: chance.pick(stateStaff),
    orgs: [chance.pick(world.cast.places)],
    confirm: chance.next() < 0.5,
  }),
  flows: (): Command => ({ type: 'flows' }),
  work: (_world: World, chance: Chance): Command => ({
    type: 'work',
    outcome: chance.pick(['CLEAN', 'CLEAN', 'CLEAN', 'CLEAN', 'CLEAN', 'WARNING', 'FATAL', 'ERRORED', 'BROKEN']),
  }),
  moveTo: (world: World, chance: Chance): Command => {
    const near = moments(world).slice(0, 5);
    return { type: 'moveTo', millis: near.length === 0 ? world.now + hour : chance.pick(near) };
  },
};

type Kind = keyof typeof makers;

const weights: Readonly<Record<Kind, number>> = {
  advance: 110,
  manage: 14,
  respond: 30,
  start: 4,
  run: 7,
  view: 5,
  complete: 7,
  cancel: 1.5,
  retry: 1.5,
  takeSnapshot: 4,
  submit: 5,
  withdrawSubmission: 2,
  request: 4,
  withdrawRequest: 2,
  confirmSent: 1.5,
  memberChange: 5,
  runOnLane: 1.5,
  message: 1.5,
  save: 4,
  publish: 4,
  discard: 0.7,
  delete: 0.7,
  copy: 0.5,
  close: 0.8,
  decide: 9,
  override: 3,
  removeOverride: 1.5,
  takeSnapshots: 1.5,
  flows: 6,
  work: 10,
  moveTo: 5,
};

export const commandOf = (world: World, chance: Chance): Command => makers[chance.weighted(weights)](world, chance);

/** How often a sequence that shares its product with nobody does something that others would notice. */
const shareAlone = 0.08;

/** The same, and now and then something that only a sequence without company may do. */
export const anyCommandOf = (world: World, chance: Chance): Command =>
  chance.next() < shareAlone ? commandAlone(world, chance) : commandOf(world, chance);

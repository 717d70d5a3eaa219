import { millisOf } from '../../../shared/kernel/instant.ts';
import { isUnderWay } from './run.ts';
import { firstOf, refuseUnless, type Verdict } from './verdict.ts';
import { type ModelDefinition, overAt, startsAt, type World } from './world.ts';

/* C.2: the certification event itself. Publishing it stands beside this. */

const datesFit = ({ startDate, certificationOpensDate, endDate }: ModelDefinition): boolean => {
  const given = [startDate, certificationOpensDate, endDate].filter((date) => date !== null);
  return given.every((date, index) => index === 0 || date >= (given[index - 1] ?? date));
};

/** The cleanup runs after the opening and not after the end, as far as they are given. */
export const timesFit = (world: World, definition: ModelDefinition): boolean => {
  const { snapshotMethod, missingSnapshotAt, certificationOpensDate, startDate, endDate } = definition;
  if (snapshotMethod !== 'ON_CERT_START') return true;
  if (missingSnapshotAt === null) return true;
  const at = millisOf(missingSnapshotAt);
  const opens = certificationOpensDate ?? startDate;
  return (opens === null || startsAt(world, opens) < at) && at < overAt(world, endDate);
};

export const maySave = (world: World, definition: ModelDefinition): Verdict => {
  const { event } = world;
  return firstOf(
    refuseUnless(event.status !== 'CLOSED', 'EVENT_CLOSED'),
    refuseUnless(event.publishing === null, 'PUBLISHING'),
    refuseUnless(datesFit(definition), 'DATES_INVALID'),
    refuseUnless(timesFit(world, definition), 'SNAPSHOT_TIME_INVALID'),
  );
};

export const save = ({ event, edges }: World, definition: ModelDefinition): void => {
  edges.reach(event.published === null ? 'E3' : 'E6');
  event.draft = definition;
};

export const mayDiscard = ({ event }: World): Verdict =>
  firstOf(
    refuseUnless(event.status !== 'CLOSED', 'EVENT_CLOSED'),
    refuseUnless(event.publishing === null, 'PUBLISHING'),
    refuseUnless(event.published !== null, 'NOT_PUBLISHED', 'WRONG_STATUS'),
    refuseUnless(event.draft !== null, 'NO_CHANGES'),
  );

export const discard = ({ event, edges }: World): void => {
  edges.reach('E8');
  event.draft = null;
};

export const mayDelete = ({ event }: World): Verdict =>
  firstOf(
    refuseUnless(event.status !== 'CLOSED', 'EVENT_CLOSED', 'ALREADY_PUBLISHED'),
    refuseUnless(event.publishing === null, 'PUBLISHING'),
    refuseUnless(event.status === 'OPEN', 'ALREADY_PUBLISHED'),
  );

/** Work that closing cuts off: certifications not approved, requests, runs and snapshots under way. */
const openWork = ({ participants }: World): boolean =>
  [...participants.values()].some(
    (one) =>
      (one.status !== 'WITHDRAWN' && one.status !== 'APPROVED') ||
      one.snapshot?.status === 'QUEUED' ||
      [...one.runs.values()].some(isUnderWay),
  );

export const mayClose = (world: World, confirm: boolean): Verdict => {
  const { event } = world;
  return firstOf(
    refuseUnless(event.status !== 'CLOSED', 'EVENT_CLOSED'),
    refuseUnless(event.publishing === null, 'PUBLISHING'),
    refuseUnless(event.published !== null, 'NOT_PUBLISHED'),
    refuseUnless(
      confirm || (world.now >= overAt(world, event.published?.endDate ?? null) && !openWork(world)),
      'CONFIRMATION_REQUIRED',
    ),
  );
};

export const close = (world: World): void => {
  world.edges.reach('E9');
  world.edges.reach('P19');
  world.event.status = 'CLOSED';
  world.event.closedAt = world.now;
  world.event.draft = null;
  for (const participant of world.participants.values()) participant.request = null;
};

import { decide as decideOne, mayDecide, mayOverride, override } from '../workflow/decision.ts';
import { close, discard, mayClose, mayDelete, mayDiscard, maySave, save } from '../workflow/certification-event.ts';
import { mayPublish, publish } from '../workflow/publication.ts';
import { certifiersOf, isDone, isOpenForWork, live } from '../workflow/participant.ts';
import { mayTakeForState, methodTakes, takeForState } from '../workflow/snapshot.ts';
import { firstOf, refuseUnless, type Verdict } from '../workflow/verdict.ts';
import type { ModelDefinition, World } from '../workflow/world.ts';
import type { Place, Reply } from '../system/played.ts';
import type { StateCommand } from './commands.ts';
import { onEvent, type Play } from './play.ts';
import { stateRight } from '../workflow/rights.ts';

/* What the state's staff do. */

type Of<Type extends StateCommand['type']> = Extract<StateCommand, { readonly type: Type }>;

export const bodyOf = ({ groups, hasAddress, ...definition }: ModelDefinition, place: Place) => ({
  ...definition,
  reportingYear: place.reportingYear,
  level: place.setting.level,
  categoryId: place.categoryId,
  dataLinks: [
    ...groups.map((name) => ({ type: 'VALIDATION_GROUP', groupId: place.groupIds.get(name) })),
    ...(hasAddress ? [{ type: 'EXTERNAL_URL', label: 'Handbook', url: 'https://example.org/handbook' }] : []),
  ],
});

const onDefinition = (world: World, command: Of<'save' | 'publish'>): Play => {
  const { event } = world;
  const { by } = command;
  const present = event.draft ?? event.publishing?.definition ?? event.published;
  if (present === null) throw new Error('a certification event has a definition');
  if (command.type === 'save') {
    const changed = { ...present, ...command.change };
    return {
      ask: (asked, eventId) => onEvent({ by, method: 'PUT', body: bodyOf(changed, asked.place) })(asked, eventId),
      status: 200,
      verdict: firstOf(stateRight(world, by, 'W'), maySave(world, changed)),
      effect: () => save(world, changed),
    };
  }
  const { confirm, requireRecertification, withdrawals } = command;
  const reasons = withdrawals.map((organizationId) => ({ organizationId, reason: 'closed' }));
  const letters = event.status === 'PUBLISHED' ? 'WA' : 'A';
  return {
    ask: onEvent({ by, method: 'POST', body: { confirm, requireRecertification, withdrawals: reasons } }, '/publish'),
    status: 202,
    verdict: firstOf(stateRight(world, by, letters), mayPublish(world, command)),
    effect: () => publish(world, command),
  };
};

const isPublished = ({ event }: World): Verdict =>
  refuseUnless(event.published !== null, 'NOT_PUBLISHED', 'PUBLISHING');

const rowsAgree =
  (expected: ReadonlyMap<string, Verdict>) =>
  (reply: Reply): string | null => {
    for (const { organizationId, outcome, code } of reply.body.results) {
      const verdict = expected.get(organizationId) ?? ['NOT_FOUND'];
      const agrees = verdict.length === 0 ? outcome === 'APPLIED' : verdict.includes(code);
      if (!agrees) return `row ${organizationId} is ${outcome} ${code}, not ${verdict.join(' or ')}`;
    }
    return null;
  };

/** Where nobody's snapshot is taken, the first reason is the answer. */
const noneTaken = (rows: ReadonlyMap<string, Verdict>): Verdict =>
  [...rows.values()].some(({ length }) => length === 0) ? [] : ([...rows.values()][0] ?? []);

const allClosed = (rows: ReadonlyMap<string, Verdict>): Verdict =>
  refuseUnless(![...rows.values()].every(([code]) => code === 'EVENT_CLOSED'), 'EVENT_CLOSED');

const onRows = (world: World, command: Of<'decide' | 'takeSnapshots'>): Play => {
  const verdictOf = (org: string): Verdict => {
    const participant = world.participants.get(org);
    if (participant === undefined) return ['NOT_FOUND'];
    if (world.event.status === 'CLOSED') return ['EVENT_CLOSED'];
    return command.type === 'decide'
      ? mayDecide(world, participant, command.decision)
      : mayTakeForState(participant, command.confirm);
  };
  const rows = new Map(command.orgs.map((org) => [org, verdictOf(org)]));
  const effect = (): void => {
    for (const [org, verdict] of rows) {
      const participant = world.participants.get(org);
      if (participant === undefined || verdict.length > 0) continue;
      if (command.type === 'decide') decideOne(world, participant, command.decision);
      else takeForState(world, participant);
    }
  };
  const common = { effect, check: rowsAgree(rows) };
  const { by, orgs: organizationIds } = command;
  const right = firstOf(stateRight(world, by, 'APPROVER'), isPublished(world));
  if (command.type === 'decide')
    return {
      ...common,
      ask: onEvent({ by, method: 'POST', body: { ...command.decision, organizationIds } }, '/decisions'),
      status: 200,
      verdict: right.length > 0 ? right : allClosed(rows),
    };
  return {
    ...common,
    ask: onEvent({ by, method: 'POST', body: { confirm: command.confirm, organizationIds } }, '/snapshots'),
    status: 202,
    verdict: right.length > 0 ? right : firstOf(live(world), methodTakes(world), noneTaken(rows)),
  };
};

const onDueDate = (world: World, command: Of<'override' | 'removeOverride'>): Play => {
  const { by, org, user } = command;
  const participant = world.participants.get(org);
  const date = command.type === 'override' ? command.date : null;
  const verdict = (): Verdict =>
    participant === undefined ? ['NOT_FOUND'] : mayOverride(world, participant, user, date);
  const path = `/participants/${org}/due-date-overrides/${user}`;
  const right = stateRight(world, by, 'W');
  return {
    ask: onEvent(
      date === null ? { by, method: 'DELETE' } : { by, method: 'PUT', body: { dueDate: date, reason: 'flood' } },
      path,
    ),
    status: date === null ? 204 : 200,
    verdict: right.length > 0 ? right : verdict(),
    effect: () => {
      if (participant !== undefined) override(participant, user, date);
    },
  };
};

/** The state looks for itself: nothing of the participant changes by it. */
const onLane = (world: World, command: Of<'runOnLane'>): Play => {
  const { by, org, lane, group } = command;
  const participant = world.participants.get(org);
  const verdict = firstOf(
    refuseUnless(participant !== undefined, 'NOT_FOUND'),
    stateRight(world, by, 'MEMBER'),
    live(world),
    refuseUnless(participant?.status !== 'WITHDRAWN', 'WRONG_STATUS'),
    [
      ...refuseUnless(world.library.groups.get(group)?.active === true, 'GROUP_INACTIVE'),
      ...refuseUnless(lane === 'STATE' || participant?.snapshot?.status === 'COMPLETED', 'NO_SNAPSHOT'),
    ],
  );
  return {
    ask: (asked, eventId) => {
      const body = { groupId: asked.place.groupIds.get(group), lane, format: 'html' };
      return onEvent({ by, method: 'POST', body }, `/participants/${org}/runs`)(asked, eventId);
    },
    status: 202,
    verdict,
    effect: () => world.edges.reach('R of the state'),
  };
};

/** Certifiers of the participants named, in the end those who have still something to do. */
const addressees = (world: World, { orgs, onlyUnfinished }: Of<'message'>): readonly string[] =>
  orgs.flatMap((org) => {
    const participant = world.participants.get(org);
    if (participant === undefined) return [];
    const isOver = onlyUnfinished && !isOpenForWork(participant);
    return certifiersOf(participant)
      .filter((task) => !isOver && !(onlyUnfinished && isDone(task)))
      .map(({ userId }) => `${org} ${userId}`);
  });

const onMessage = (world: World, command: Of<'message'>): Play => {
  const { by, orgs, onlyUnfinished } = command;
  const expected = addressees(world, command).toSorted().join();
  const known = orgs.every((org) => (world.participants.get(org)?.status ?? 'WITHDRAWN') !== 'WITHDRAWN');
  return {
    ask: onEvent(
      { by, method: 'POST', body: { organizationIds: orgs, onlyUnfinished, subject: 'Please', body: 'Certify.' } },
      '/messages',
    ),
    status: 201,
    verdict: firstOf(
      stateRight(world, by, 'W'),
      refuseUnless(world.event.status === 'PUBLISHED', 'NOT_PUBLISHED', 'EVENT_CLOSED'),
      refuseUnless(known, 'REFERENCE_UNKNOWN'),
      refuseUnless(expected !== '', 'NO_RECIPIENTS'),
    ),
    effect: () => world.edges.reach('M sent'),
    check: ({ body }) => {
      const found = body.recipients.map((one: Reply['body']) => `${one.organizationId} ${one.userId}`);
      return found.toSorted().join() === expected ? null : `written to ${found.join()}, not ${expected}`;
    },
  };
};

export const playState = (world: World, command: StateCommand): Play => {
  const { by } = command;
  switch (command.type) {
    case 'save':
    case 'publish':
      return onDefinition(world, command);
    case 'decide':
    case 'takeSnapshots':
      return onRows(world, command);
    case 'override':
    case 'removeOverride':
      return onDueDate(world, command);
    case 'runOnLane':
      return onLane(world, command);
    case 'message':
      return onMessage(world, command);
    case 'discard':
      return {
        ask: onEvent({ by, method: 'POST', body: {} }, '/discard-changes'),
        status: 200,
        verdict: firstOf(stateRight(world, by, 'W'), mayDiscard(world)),
        effect: () => discard(world),
      };
    case 'copy':
      return {
        ask: onEvent({ by, method: 'POST', body: {} }, '/copy'),
        status: 201,
        verdict: stateRight(world, by, 'A'),
        effect: () => world.edges.reach('E2'),
        check: ({ body }) => (body.status === 'OPEN' && body.endDate === null ? null : 'a copy is open, without dates'),
      };
    case 'delete':
      return {
        ask: onEvent({ by, method: 'DELETE' }),
        status: 204,
        verdict: firstOf(stateRight(world, by, 'D'), mayDelete(world)),
        effect: () => {
          world.edges.reach('E5');
          world.event.status = 'DELETED';
        },
      };
    case 'close':
      return {
        ask: onEvent({ by, method: 'POST', body: { comment: 'done', confirm: command.confirm } }, '/close'),
        status: 200,
        verdict: firstOf(stateRight(world, by, 'D'), mayClose(world, command.confirm)),
        effect: () => close(world),
      };
  }
};

import { allowedByStatus } from '../../domain/certification-event/lifecycle.ts';
import type { LinkedGroup } from '../../domain/certification-event/commands.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import { firstRefusal } from '../../domain/guard.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Participant, ParticipantStatus } from '../../domain/participant/state.ts';
import { stateGroupGuards } from '../../domain/validation-run/state-run.ts';
import type { CertificationEventId, OrganizationId, RunId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { ParticipantKey } from '../entities.ts';
import { type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import { claimRequest, type ManyRequest } from '../participants/act-on-many.ts';
import { eachRow, type RowAnswer } from '../participants/each-row.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import { holdsText, isChosen } from '../queries/matches.ts';
import { participantFor } from '../queries/certification-events.ts';
import { biggestFirst } from './biggest-first.ts';
import { groupToRun, stateRun, stateRunWrites, type StateRunWish } from './run-on-lane.ts';

export interface ParticipantsWish extends StateRunWish {
  /** Absent: all that still take part. Of these the filter leaves those that fit. */
  readonly organizationIds?: readonly OrganizationId[] | undefined;
  readonly name?: string | undefined;
  readonly status?: readonly ParticipantStatus[] | undefined;
}

export interface ValidationRow {
  readonly organizationId: OrganizationId;
  /** UNDER_WAY: the same group runs over the same lane already, and that run is told. */
  readonly outcome: 'QUEUED' | 'UNDER_WAY' | 'REFUSED';
  readonly code: CommandFailure['code'] | null;
  readonly runId: RunId | null;
}

export interface ValidationsAsked {
  readonly results: readonly ValidationRow[];
  /** Whom the next request is to name, the biggest first. */
  readonly remaining: readonly OrganizationId[];
}

/** So many a request, so that it ends in time; what is left is told. */
const mostAtOnce = 200;

const participantsOf = async (
  store: Store,
  certificationEventId: CertificationEventId,
  organizationIds: readonly OrganizationId[] | undefined,
): Promise<readonly Participant[]> => {
  if (organizationIds !== undefined) {
    const keys = organizationIds.map((organizationId): ParticipantKey => ({ certificationEventId, organizationId }));
    return (await store.loadMany('participant', keys)).map((read) => read.state);
  }
  const all = (await store.participants(certificationEventId)).map((read) => read.state);
  return all.filter(({ status }) => status !== 'WITHDRAWN');
};

/** Everybody who is meant, the biggest first; whoever is named and does not take part comes last, to be told so. */
const inOrder = async (
  store: Store,
  { id }: CertificationEvent,
  { lane, organizationIds, name, status }: ParticipantsWish,
): Promise<readonly OrganizationId[]> => {
  const known = await participantsOf(store, id, organizationIds);
  const wanted = known.filter((one) => holdsText(one.name, name) && isChosen(one.status, status));
  const takingPart = new Set(known.map(({ organizationId }) => organizationId));
  const strangers = (organizationIds ?? []).filter((organizationId) => !takingPart.has(organizationId));
  return [...(await biggestFirst(store, lane, wanted)), ...strangers];
};

type Answered = Pick<ValidationRow, 'outcome' | 'runId'>;

/** Where the same is under way already: a run of the state's own, of this group over this lane. */
const underWay = async (
  store: Store,
  { id, sent }: ManyRequest<ParticipantsWish>,
): Promise<ReadonlyMap<OrganizationId, RunId>> =>
  new Map(
    (await store.queuedRuns())
      .map((read) => read.state)
      .filter((run) => run.certificationEventId === id && run.step === null)
      .filter((run) => run.lane === sent.lane && run.group?.groupId === sent.groupId)
      .map((run) => [run.organizationId, run.id]),
  );

interface Wanted {
  readonly key: ParticipantKey;
  readonly caller: Caller;
  readonly sent: ParticipantsWish;
  readonly linked: LinkedGroup | null;
  readonly present: RunId | undefined;
}

/** The very run that the same request about this one participant would queue. */
const attempt = async (
  ports: Ports,
  { key, caller, sent, linked, present }: Wanted,
): Promise<Result<Plan<RowAnswer<Answered>>, Refusal>> => {
  const scene = await participantFor(ports.store, caller, 'runOnLane', key);
  if (!scene.ok) return scene;
  if (present !== undefined) return ok({ transitions: [], answer: { done: { outcome: 'UNDER_WAY', runId: present } } });
  const run = await stateRun(ports, scene.value, sent, linked);
  if (!run.ok) return run;
  return ok({
    ...stateRunWrites(scene.value, run.value),
    answer: { done: { outcome: 'QUEUED', runId: run.value.id } },
  });
};

/**
 * The state validates many participants at once, the biggest first and each on its own: one that is refused holds up no
 * other. Only what concerns them all refuses the whole: rights, a certification event that is not published, the group.
 */
export const validateParticipants = async (
  ports: Ports,
  request: ManyRequest<ParticipantsWish>,
): Promise<Result<ValidationsAsked, CommandFailure>> => {
  const { id, sent } = request;
  const linked = await groupToRun(ports.store, sent.groupId);
  const claimed = await claimRequest(ports, 'validateParticipants', request, async (state) => {
    const refused = firstRefusal([allowedByStatus.validateParticipants(state), ...stateGroupGuards(linked)]);
    return refused === null ? ok({ answer: await inOrder(ports.store, state, sent) }) : refuse(refused);
  });
  if (!claimed.ok) return claimed;
  const present = await underWay(ports.store, request);
  const { results, answers } = await eachRow<Answered>(
    ports,
    request,
    claimed.value.slice(0, mostAtOnce),
    ({ organizationId, ...row }) => {
      const key = { certificationEventId: id, organizationId };
      return handleCommand(ports, {
        ...row,
        operation: 'runOnLane',
        target: `${id}/${organizationId}`,
        attempt: () => attempt(ports, { key, caller: row.caller, sent, linked, present: present.get(organizationId) }),
      });
    },
  );
  return ok({
    results: results.map(({ organizationId, code }) => ({
      organizationId,
      code,
      ...(answers.get(organizationId) ?? { outcome: 'REFUSED' as const, runId: null }),
    })),
    remaining: claimed.value.slice(mostAtOnce),
  });
};

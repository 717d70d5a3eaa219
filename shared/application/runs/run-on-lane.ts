import { pinned } from '../../domain/certification-event/freeze.ts';
import { firstRefusal } from '../../domain/guard.ts';
import { personOf } from '../../domain/actor.ts';
import type { LinkedGroup } from '../../domain/certification-event/commands.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { notFrozen } from '../../domain/participant/guards.ts';
import { completedSnapshotId } from '../../domain/participant/steps.ts';
import { stateRunGuards, type StateLane } from '../../domain/validation-run/state-run.ts';
import type { QueuedRun, ReportFormat } from '../../domain/validation-run/state.ts';
import { runTitle } from '../../domain/validation-run/title.ts';
import { type GroupId, runId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { linkedGroup } from '../certification-events/references.ts';
import type { ParticipantKey } from '../entities.ts';
import { type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Scene } from '../participants/scene.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import { participantFor } from '../queries/certification-events.ts';
import type { RunScene } from '../queries/runs.ts';
import { type RunView, runViewAfter } from '../views/run-view.ts';
import { arePinnable, currentPins, type DataPins } from './data-pins.ts';

export interface StateRunWish {
  readonly groupId: GroupId;
  readonly lane: StateLane;
  readonly format: ReportFormat;
}

export interface StateRunRequest {
  readonly key: ParticipantKey;
  readonly sent: StateRunWish;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
}

type Wanted = Pick<QueuedRun, 'id' | 'group' | 'lane' | 'format' | 'snapshotId' | 'retryOf'>;

const queued = (scene: Scene, wanted: Wanted, pins: DataPins): QueuedRun => {
  const { certificationEventId, organizationId, districtId, level, round } = scene.participant.state;
  const { published, number } = scene.certificationEvent.state;
  return {
    ...wanted,
    certificationEventId,
    organizationId,
    districtId,
    step: null,
    title: runTitle({ name: published.outline.name, number, organizationId, level, lane: wanted.lane }),
    round,
    revision: published.revision,
    dataVersions: pins.versions,
    dataHash: pins.hash,
    requestedBy: personOf(scene.caller.actor).id,
    queuedAt: scene.caller.now,
    size: pins.size,
    requeues: 0,
    status: 'QUEUED',
  };
};

/** What queueing a run of the state's own writes: its record and its message. The participant learns nothing of it. */
export const stateRunWrites = (scene: Scene, after: QueuedRun): Omit<Plan<never>, 'answer'> => {
  const { id, certificationEventId, organizationId, districtId, size } = after;
  return {
    transitions: [{ entity: 'run', key: id, before: null, after, command: 'runOnLane' }],
    outbox: [{ type: 'QUEUE_RUN', runId: id, districtId, size }],
    fence: { certificationEventId, organizationId, revision: scene.certificationEvent.state.published.revision },
  };
};

const stateRunPlan = async (ports: Ports, scene: Scene, after: QueuedRun): Promise<Plan<RunView>> => {
  const writes = stateRunWrites(scene, after);
  return { ...writes, answer: await runViewAfter(ports.store, scene.caller, after.id, writes.transitions) };
};

/** A group with its rules as they are now; null where there is none. */
export const groupToRun = async (store: Store, groupId: GroupId): Promise<LinkedGroup | null> => {
  const read = await store.load('validationGroup', groupId);
  return read === undefined ? null : linkedGroup(store, read.state);
};

/** The run that this wish would queue, over the data as they are now, or why not. */
export const stateRun = async (
  ports: Ports,
  scene: Scene,
  { lane, format }: StateRunWish,
  linked: LinkedGroup | null,
): Promise<Result<QueuedRun, Refusal>> => {
  const participant = scene.participant.state;
  const context = { ...scene.caller, certificationEvent: scene.certificationEvent.state };
  const refused = firstRefusal(stateRunGuards(participant, { lane, linked }, context));
  if (refused !== null) return refuse(refused);
  const wanted = {
    id: runId(ports.ids.next('run')),
    group: linked && pinned(linked),
    lane,
    format,
    snapshotId: lane === 'SNAPSHOT' ? completedSnapshotId(participant) : null,
    retryOf: null,
  };
  return ok(queued(scene, wanted, await currentPins(ports.store, participant, lane)));
};

const attempt = async (
  ports: Ports,
  { key, sent, caller }: StateRunRequest,
): Promise<Result<Plan<RunView>, Refusal>> => {
  const scene = await participantFor(ports.store, caller, 'runOnLane', key);
  if (!scene.ok) return scene;
  const run = await stateRun(ports, scene.value, sent, await groupToRun(ports.store, sent.groupId));
  return run.ok ? ok(await stateRunPlan(ports, scene.value, run.value)) : run;
};

/** The state runs a group over its own copy or the snapshot of a participant, for its own eyes. */
export const runOnLane = (ports: Ports, request: StateRunRequest): Promise<Result<RunView, CommandFailure>> =>
  handleCommand(ports, {
    caller: request.caller,
    repeat: request.repeat,
    operation: 'runOnLane',
    target: `${request.key.certificationEventId}/${request.key.organizationId}`,
    attempt: () => attempt(ports, request),
  });

/** A failed run of the state's own again: the same group in the same versions over the same rows, while they are there. */
export const retryOnLane = async (ports: Ports, scene: RunScene): Promise<Result<Plan<RunView>, Refusal>> => {
  const context = { ...scene.caller, certificationEvent: scene.certificationEvent.state };
  const refused = notFrozen(scene.participant.state, context);
  if (refused !== null) return refuse(refused);
  const {
    id: retryOf,
    group,
    lane,
    format,
    snapshotId,
    dataVersions: versions,
    dataHash: hash,
    size,
    districtId,
  } = scene.run.state;
  const isThere = lane === 'SNAPSHOT' || (await arePinnable(ports.store, districtId, versions));
  const pins = isThere ? { versions, hash, size } : await currentPins(ports.store, scene.participant.state, lane);
  const wanted = { id: runId(ports.ids.next('run')), group, lane, format, snapshotId, retryOf };
  return ok(await stateRunPlan(ports, scene, queued(scene, wanted, pins)));
};

import { runTitle } from '../../domain/validation-run/title.ts';
import type { StepRunQueued } from '../../domain/participant/happenings.ts';
import type { ValidationStep } from '../../domain/participant/state.ts';
import type { Lane, QueuedRun } from '../../domain/validation-run/state.ts';
import type { RunId } from '../../kernel/ids.ts';
import { type Effects, effects } from '../effects.ts';
import type { Aftermath } from '../participants/aftermath.ts';
import type { Store } from '../ports/store.ts';
import { currentPins } from './data-pins.ts';
import { runTransition } from './transition.ts';

export const laneOfStep: Readonly<Record<ValidationStep, Lane>> = {
  'district-validation': 'DISTRICT',
  'state-validation': 'STATE',
  'snapshot-validation': 'SNAPSHOT',
};

/** The run as a record of its own, pinning the data it will read, and its message to the queue. */
export const queueStepRun = async (store: Store, scene: Aftermath, happening: StepRunQueued): Promise<Effects> => {
  const { certificationEventId, organizationId, districtId, level, round } = scene.after;
  const lane = laneOfStep[happening.step];
  const pins = scene.details.pins ?? (await currentPins(store, scene.after, lane));
  const { published, number } = scene.certificationEvent.state;
  const after: QueuedRun = {
    id: happening.runId,
    certificationEventId,
    organizationId,
    districtId,
    step: happening.step,
    group: null,
    lane,
    title: runTitle({ name: published.outline.name, number, organizationId, level, lane }),
    format: scene.details.format ?? 'html',
    round,
    revision: published.revision,
    snapshotId: happening.snapshotId,
    dataVersions: pins.versions,
    dataHash: pins.hash,
    requestedBy: happening.requestedBy,
    queuedAt: happening.at,
    retryOf: scene.details.retryOf ?? null,
    size: pins.size,
    requeues: 0,
    status: 'QUEUED',
  };
  return effects({
    transitions: [{ entity: 'run', key: after.id, before: null, after, command: 'queueRun' }],
    outbox: [{ type: 'QUEUE_RUN', runId: after.id, districtId, size: pins.size }],
  });
};

/** A newer run of the step: the older one, if it has not ended, counts for nothing any more. */
export const supersedeRun = async (store: Store, scene: Aftermath, id: RunId): Promise<Effects> =>
  effects({ transitions: await runTransition(store, scene.caller, id, { type: 'supersedeRun' }) });

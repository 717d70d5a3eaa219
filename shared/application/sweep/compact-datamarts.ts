import type { CompactedObjects } from '../../domain/certification-event/commands.ts';
import { isToCompact } from '../../domain/certification-event/decide-compaction.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import { millisOf } from '../../kernel/instant.ts';
import { certificationEventStep } from '../certification-events/step.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { allSnapshots } from '../queries/snapshot-schedules.ts';
import { systemCaller } from '../system-caller.ts';
import { heldNow } from '../datamart/held.ts';
import { type CompactedObject, writeManifest } from '../datamart/manifest.ts';
import { type Part, partsOf } from '../datamart/parts.ts';
import { publishDatamart } from '../datamart/publish.ts';
import { type CompactionPorts, writePart } from '../datamart/write-part.ts';

/** No part is begun after so long: the function has fifteen minutes. */
const mostMillis = 600_000;

export interface CompactionReport {
  readonly compacted: number;
  /** Certification events whose parts are not all written yet: the next round goes on. */
  readonly unfinished: number;
  /** Those the retention rule was faster with. */
  readonly skipped: number;
}

const plannedParts = async ({ store }: CompactionPorts, id: CertificationEventId): Promise<readonly Part[]> => {
  const [snapshots, declared] = await Promise.all([allSnapshots(store, id), store.datasets()]);
  return [...heldNow(snapshots)].flatMap(([dataset, held]) => {
    const declaration = declared.find(({ state }) => state.name === dataset)?.state;
    if (declaration === undefined) throw new Error(`${dataset} is pinned and not declared`);
    return partsOf(id, declaration, held);
  });
};

/** Undefined when the time is over before the last part. */
const writeParts = async (
  ports: CompactionPorts,
  id: CertificationEventId,
  isOver: () => boolean,
): Promise<CompactedObjects | undefined> => {
  const written: CompactedObject[] = [];
  for (const part of await plannedParts(ports, id)) {
    if (isOver()) return undefined;
    written.push(await writePart(ports, part));
  }
  return writeManifest(ports, id, written);
};

const step = async (
  ports: CompactionPorts,
  id: CertificationEventId,
  command: Parameters<typeof certificationEventStep>[3],
): Promise<CertificationEvent> =>
  mustCommit(await certificationEventStep(ports, await systemCaller(ports, 'compaction', 'compact'), id, command));

/**
 * First the objects, which nobody reads yet; then the commit by which they take the place of the others; then the lists, which
 * follow from what is committed. Ended anywhere, the next round does the rest.
 */
const compactOne = async (
  ports: CompactionPorts,
  before: CertificationEvent,
  isOver: () => boolean,
): Promise<keyof CompactionReport> => {
  const { id } = before;
  if (before.status === 'CLOSED' && before.compaction === null) {
    const written = await writeParts(ports, id, isOver);
    if (written === undefined) return 'unfinished';
    const now = await step(ports, id, { type: 'recordCompaction', written });
    if (!isToCompact(now)) return 'skipped';
  }
  await publishDatamart(ports, id);
  const now = await step(ports, id, { type: 'finishCompaction' });
  return now.status === 'CLOSED' && now.deletion === null ? 'compacted' : 'skipped';
};

const isGone = async ({ store }: CompactionPorts, id: CertificationEventId): Promise<boolean> => {
  const read = await store.load('certificationEvent', id);
  return read === undefined || !isToCompact(read.state);
};

/**
 * One round: what is closed and was not compacted yet. One that cannot be compacted keeps none of the others from their turn,
 * and is a fault in the end; unless it was deleted by the retention rule meanwhile, whose objects nobody finds any more.
 */
export const compactDatamarts = async (ports: CompactionPorts): Promise<CompactionReport> => {
  const report = { compacted: 0, unfinished: 0, skipped: 0 };
  const failed: string[] = [];
  const end = millisOf(ports.clock.now()) + mostMillis;
  const isOver = (): boolean => millisOf(ports.clock.now()) > end;
  for (const { state } of await ports.store.certificationEvents()) {
    if (!isToCompact(state)) continue;
    try {
      report[await compactOne(ports, state, isOver)] += 1;
    } catch (fault) {
      if (await isGone(ports, state.id)) report.skipped += 1;
      else failed.push(`${state.id} (${fault instanceof Error ? fault.name : 'unknown fault'})`);
    }
  }
  if (failed.length > 0) throw new Error(`the datamart of ${failed.join(', ')} could not be compacted`);
  return report;
};

import { ok } from '../../../kernel/result.ts';
import type { Caller } from '../../caller.ts';
import { handleCommand, type Plan } from '../../handle-command.ts';
import { decideOn } from '../../participants/act.ts';
import { mustCommit } from '../must-commit.ts';
import type { DistrictFiles } from './district-files.ts';
import { readStateCopy, type SnapshotPlace } from './pin.ts';
import type { SnapshotPorts } from './ports.ts';
import { takeHere } from './take-here.ts';

/** The schedule's wish, for participants of one certification event that share a fence row. */
export interface Together {
  readonly caller: Caller;
  readonly trigger: 'FULL' | 'CLEANUP';
  readonly places: readonly SnapshotPlace[];
  readonly files: DistrictFiles;
}

type PlanOfOne = Plan<null>;

// Whoever shares a fence row has the same check of it.
const joinedPlans = (plans: readonly PlanOfOne[]): PlanOfOne => ({
  transitions: plans.flatMap((plan) => plan.transitions),
  checks: plans.flatMap((plan) => plan.checks ?? []),
  fence: plans.find((plan) => plan.fence !== undefined)?.fence,
  inserts: plans.flatMap((plan) => plan.inserts ?? []),
  outbox: plans.flatMap((plan) => plan.outbox ?? []),
  answer: null,
});

const planAll = async (ports: SnapshotPorts, { caller, trigger, places, files }: Together): Promise<PlanOfOne> => {
  const acts = [];
  // One after the other: schools share the files of their district.
  for (const place of places) {
    const copy = await readStateCopy(ports, place, files);
    const { id, certificationEventId, organizationId } = place;
    acts.push(takeHere(ports, caller, { id, key: { certificationEventId, organizationId }, trigger, copy }));
  }
  const decided = await Promise.all(acts.map((act) => decideOn(ports, act, 'takeScheduledSnapshot')));
  // Refused to nobody but one that is not there any more: then there is nothing to take.
  return joinedPlans(decided.flatMap((plan) => (plan.ok ? [plan.value] : [])));
};

const commitAll = (ports: SnapshotPorts, together: Together) =>
  handleCommand(ports, {
    caller: together.caller,
    repeat: null,
    operation: 'takeScheduledSnapshots',
    target: together.places.map(({ organizationId }) => organizationId).join(' '),
    attempt: async () => ok(await planAll(ports, together)),
  });

/**
 * Several snapshots in one transaction, each with its own expectations, records and entries: a transaction costs a request and
 * a wait. Where one of them is so busy that the whole comes too late again and again, each goes its own way.
 */
export const takeTogether = async (ports: SnapshotPorts, together: Together): Promise<void> => {
  const outcome = await commitAll(ports, together);
  if (outcome.ok) return;
  for (const place of together.places) mustCommit(await commitAll(ports, { ...together, places: [place] }));
};

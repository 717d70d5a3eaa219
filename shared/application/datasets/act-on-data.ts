import type { OrganizationDataCommand } from '../../domain/dataset/commands.ts';
import { decideOrganizationData } from '../../domain/dataset/decide-lanes.ts';
import { evolveOrganizationData } from '../../domain/dataset/evolve-lanes.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { evolveAll } from '../evolve-all.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { Transition } from '../ports/unit-of-work.ts';
import { dataStatusView } from '../views/dataset-view.ts';
import { districtDataFor } from './for-caller.ts';

export interface DataAct {
  readonly districtId: OrganizationId;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  readonly command: Extract<OrganizationDataCommand, { readonly type: 'syncData' | 'resyncData' }>;
}

type DataStatus = ReturnType<typeof dataStatusView>;

const attempt = async (ports: Ports, act: DataAct): Promise<Result<Plan<DataStatus>, AttemptFailure>> => {
  const { districtId, caller, command } = act;
  const data = await districtDataFor(ports.store, caller, command.type, districtId);
  if (!data.ok) return data;
  const { read, state } = data.value;
  const decided = decideOrganizationData(state, command, caller);
  if (!decided.ok) return decided;
  const after = evolveAll(evolveOrganizationData, state, decided.value);
  const step: Transition = {
    entity: 'organizationData',
    key: districtId,
    before: read ?? null,
    after,
    command: command.type,
  };
  return ok({ transitions: decided.value.length === 0 ? [] : [step], answer: dataStatusView(after, caller.now) });
};

/** A person pauses, resumes or repeats the sync of a district's state copy. */
export const actOnData = (ports: Ports, act: DataAct): Promise<Result<DataStatus, CommandFailure>> =>
  handleCommand(ports, {
    caller: act.caller,
    repeat: act.repeat,
    operation: act.command.type,
    target: act.districtId,
    attempt: () => attempt(ports, act),
  });

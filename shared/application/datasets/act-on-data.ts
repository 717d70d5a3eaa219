import type { ColumnMapping } from '../../domain/dataset/state.ts';
import type { OrganizationDataCommand } from '../../domain/dataset/commands.ts';
import { decideOrganizationData } from '../../domain/dataset/decide-lanes.ts';
import { evolveOrganizationData } from '../../domain/dataset/evolve-lanes.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { evolveAll } from '../evolve-all.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { Transition } from '../ports/unit-of-work.ts';
import { dataStatusView } from '../views/dataset-view.ts';
import { type DistrictData, districtDataFor } from './for-caller.ts';

export interface DataAct {
  readonly districtId: OrganizationId;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  readonly command: Extract<OrganizationDataCommand, { readonly type: 'syncData' | 'resyncData' }>;
}

export interface ColumnMapAct {
  readonly districtId: OrganizationId;
  readonly dataset: string;
  readonly mapping: ColumnMapping;
  readonly caller: Caller;
  readonly expectedVersion: number | null;
}

type DataStatus = ReturnType<typeof dataStatusView>;

const planOn = (
  { read, state }: DistrictData,
  command: OrganizationDataCommand,
  caller: Caller,
): Result<Plan<DataStatus>, AttemptFailure> => {
  const decided = decideOrganizationData(state, command, caller);
  if (!decided.ok) return decided;
  const after = evolveAll(evolveOrganizationData, state, decided.value);
  const step: Transition = {
    entity: 'organizationData',
    key: state.organizationId,
    before: read ?? null,
    after,
    command: command.type,
  };
  return ok({ transitions: decided.value.length === 0 ? [] : [step], answer: dataStatusView(after, caller.now) });
};

const attempt = async (ports: Ports, { districtId, caller, command }: DataAct) => {
  const data = await districtDataFor(ports.store, caller, command.type, districtId);
  return data.ok ? planOn(data.value, command, caller) : data;
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

const attemptMapping = async (
  ports: Ports,
  { districtId, dataset, mapping, caller, expectedVersion }: ColumnMapAct,
): Promise<Result<Plan<DataStatus>, AttemptFailure>> => {
  const data = await districtDataFor(ports.store, caller, 'setColumnMapping', districtId);
  if (!data.ok) return data;
  if (expectedVersion !== null && expectedVersion !== (data.value.read?.version ?? 0))
    return refuse({ code: 'IF_MATCH_STALE' });
  const declaration = await ports.store.load('dataset', dataset);
  const declared = declaration?.state.columns.map(({ name }) => name) ?? null;
  return planOn(data.value, { type: 'mapColumns', dataset, mapping, declared }, caller);
};

/** Keeps what a district calls the columns of a dataset; the files it sends from now on are read so. */
export const mapColumns = (ports: Ports, act: ColumnMapAct): Promise<Result<DataStatus, CommandFailure>> =>
  handleCommand(ports, {
    caller: act.caller,
    repeat: null,
    operation: 'setColumnMapping',
    target: act.districtId,
    attempt: () => attemptMapping(ports, act),
  });

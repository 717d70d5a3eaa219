import type { OrganizationDataCommand, UploadCommand } from '../../domain/dataset/commands.ts';
import { decideOrganizationData, noData } from '../../domain/dataset/decide-lanes.ts';
import { decideUpload } from '../../domain/dataset/decide-upload.ts';
import { evolveOrganizationData } from '../../domain/dataset/evolve-lanes.ts';
import type { OrganizationData } from '../../domain/dataset/state.ts';
import { evolveUpload } from '../../domain/dataset/evolve-upload.ts';
import type { OrganizationId, UploadId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import { evolveAll } from '../evolve-all.ts';
import type { Versioned } from '../entities.ts';
import type { Store } from '../ports/store.ts';
import type { Transition, TransitionOf } from '../ports/unit-of-work.ts';

/** One step of an upload; none when it has no effect. */
export const uploadTransition = async (
  store: Store,
  caller: Caller,
  id: UploadId,
  command: UploadCommand,
): Promise<readonly Transition[]> => {
  const before = await store.load('upload', id);
  if (before === undefined) return [];
  const decided = decideUpload(before.state, command, caller);
  if (!decided.ok || decided.value.length === 0) return [];
  const after = evolveAll(evolveUpload, before.state, decided.value);
  return [{ entity: 'upload', key: id, before, after, command: command.type }];
};

/** One step of a district's lanes as they were read; they begin empty. */
export const dataStepOf = (
  before: Versioned<OrganizationData> | undefined,
  caller: Caller,
  organizationId: OrganizationId,
  command: OrganizationDataCommand,
): readonly TransitionOf<'organizationData'>[] => {
  const state = before?.state ?? noData(organizationId);
  const decided = decideOrganizationData(state, command, caller);
  if (!decided.ok || decided.value.length === 0) return [];
  const after = evolveAll(evolveOrganizationData, state, decided.value);
  return [{ entity: 'organizationData', key: organizationId, before: before ?? null, after, command: command.type }];
};

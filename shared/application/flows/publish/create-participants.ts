import type { PublishTask } from '../../../contracts/workflows/publish.ts';
import { decideCreateParticipant } from '../../../domain/participant/decide.ts';
import type { Organization } from '../../../domain/organization/state.ts';
import type { OrganizationId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import type { Caller } from '../../caller.ts';
import { handleCommand } from '../../handle-command.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transition } from '../../ports/unit-of-work.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';
import { applyRevisionTo } from './apply-revision.ts';
import { districtOf, localListsFor, membersFor } from '../../participants/members.ts';
import { chunkSize, loadPublication, type Publication } from './publication.ts';

type ChunkTask = Extract<PublishTask, { readonly task: 'create-participants' }>;

const creation = (
  publication: Publication,
  organization: Organization,
  members: ReturnType<typeof membersFor>,
): Transition => {
  const { certificationEvent, publishing } = publication;
  const decided = decideCreateParticipant({
    type: 'createParticipant',
    certificationEventId: certificationEvent.state.id,
    organizationId: organization.id,
    name: organization.name,
    number: organization.number,
    districtId: districtOf(organization),
    level: publishing.outline.level,
    revision: publishing.revision,
    members,
  });
  const created = decided.ok ? decided.value[0] : undefined;
  if (created === undefined) throw new Error(`participant ${organization.id} could not be made`);
  return {
    entity: 'participant',
    key: { certificationEventId: certificationEvent.state.id, organizationId: organization.id },
    before: null,
    after: created.participant,
    command: 'createParticipant',
    // The publishing entry is what made this participant: its chain continues from there (ruling A).
    chainFrom: certificationEvent.auditHash,
  };
};

const createMissing = async (
  ports: Ports,
  caller: Caller,
  task: ChunkTask,
  publication: Publication,
  organizations: readonly Organization[],
): Promise<void> => {
  const lists = await localListsFor(ports.store, publication.publishing.outline.categoryId, organizations);
  const transitions = organizations.map((organization) =>
    creation(publication, organization, membersFor(lists, organization)),
  );
  const { certificationEventId, revision, chunk } = task;
  const outcome = await handleCommand(ports, {
    caller,
    repeat: null,
    operation: 'createParticipants',
    target: `${certificationEventId}/${revision}/${chunk}`,
    attempt: async () =>
      (await ports.store.chunkExists(certificationEventId, revision, chunk))
        ? ok({ transitions: [], answer: null })
        : ok({ transitions, inserts: [{ row: 'chunk', certificationEventId, revision, chunk }], answer: null }),
  });
  mustCommit(outcome);
};

/**
 * Makes one chunk of participants, or brings those that exist to the new revision. Once made, a chunk is left alone; a
 * participant at the new revision is left alone too, so that the task may be repeated at will.
 */
export const createParticipants = async (ports: Ports, task: ChunkTask): Promise<{ readonly outcome: 'CREATED' }> => {
  const publication = await loadPublication(ports.store, task.certificationEventId, task.revision);
  if (publication === undefined) return { outcome: 'CREATED' };
  const caller = await systemCaller(ports, 'publish-flow', task.execution);
  const ids: readonly OrganizationId[] = publication.organizationIds.slice(
    task.chunk * chunkSize,
    (task.chunk + 1) * chunkSize,
  );
  const [organizations, existing] = await Promise.all([
    ports.store.loadMany('organization', ids),
    ports.store.loadMany(
      'participant',
      ids.map((organizationId) => ({ certificationEventId: task.certificationEventId, organizationId })),
    ),
  ]);
  const present = new Set(existing.map((participant) => participant.state.organizationId));
  const missing = organizations.map((one) => one.state).filter((one) => !present.has(one.id));
  if (missing.length > 0) await createMissing(ports, caller, task, publication, missing);
  for (const participant of existing)
    await applyRevisionTo(ports, caller, publication, participant.state.organizationId);
  return { outcome: 'CREATED' };
};

import type { ParticipantCommand, ParticipantMember } from '../../../domain/participant/commands.ts';
import type { OrganizationId } from '../../../kernel/ids.ts';
import { snapshotId } from '../../../kernel/ids.ts';
import { groupsChanged } from '../../../domain/certification-event/freeze.ts';
import type { Caller } from '../../caller.ts';
import { actOnParticipant } from '../../participants/act.ts';
import type { Scene } from '../../participants/scene.ts';
import type { Ports } from '../../ports/ports.ts';
import { mustCommit } from '../must-commit.ts';
import { currentMembers } from '../../participants/members.ts';
import type { Publication } from './publication.ts';

const rulesChanged = async (ports: Ports, publication: Publication, scene: Scene): Promise<boolean> => {
  const { id, published } = scene.certificationEvent.state;
  return groupsChanged(await ports.store.bodyWithoutParticipants(id, published.bodyId), publication.body);
};

const isSelected = (publication: Publication, organizationId: OrganizationId): boolean =>
  'all' in publication.body.participants || publication.body.participants.includes(organizationId);

const notSelected = 'No longer selected.';
const again = 'The state published changes and asks everyone to certify again.';

/** Why the publisher does this to the participant, for its audit trail; undefined where he gave no reason. */
const reasonFor = ({ body, publishing }: Publication, organizationId: OrganizationId): string | undefined => {
  const withdrawal = publishing.withdrawals.find((one) => one.organizationId === organizationId);
  const isOut = !('all' in body.participants) && !body.participants.includes(organizationId);
  if (isOut) return withdrawal?.reason ?? notSelected;
  return publishing.requireRecertification ? again : undefined;
};

const commandFor = async (
  ports: Ports,
  publication: Publication,
  scene: Scene,
  members: readonly ParticipantMember[],
): Promise<ParticipantCommand> => {
  const { organizationId, status } = scene.participant.state;
  const { publishing } = publication;
  if (!isSelected(publication, organizationId))
    return { type: 'withdrawParticipant', reason: reasonFor(publication, organizationId) ?? notSelected };
  if (status === 'WITHDRAWN') return { type: 'restoreParticipant', revision: publishing.revision, members };
  return {
    type: 'applyRevision',
    revision: publishing.revision,
    groupsChanged: await rulesChanged(ports, publication, scene),
    requireRecertification: publishing.requireRecertification ? { by: publishing.startedBy, reason: again } : null,
    members,
    snapshotId: snapshotId(ports.ids.next('snp')),
  };
};

/** Brings a participant that exists to the revision under way: withdraws it, brings it back, or applies the changes. */
export const applyRevisionTo = async (
  ports: Ports,
  caller: Caller,
  publication: Publication,
  organizationId: OrganizationId,
): Promise<void> => {
  const outcome = await actOnParticipant(ports, 'applyRevision', {
    key: { certificationEventId: publication.certificationEvent.state.id, organizationId },
    caller,
    repeat: null,
    reason: reasonFor(publication, organizationId),
    members: (scene) => currentMembers(ports.store, scene, publication.publishing.outline.categoryId),
    command: (scene, members) => commandFor(ports, publication, scene, members),
    answer: () => null,
  });
  // At the first publication nothing is visible yet, so nothing is found here and nothing needs to be brought along.
  if (!outcome.ok && outcome.failure.code === 'NOT_FOUND') return;
  mustCommit(outcome);
};

import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { ApprovalTask } from '../../../contracts/workflows/approval.ts';
import type { SnapshotId } from '../../../kernel/ids.ts';
import type { PortsWithObjects } from '../../ports/ports.ts';

/**
 * What was certified, by whom, over which data and rules, and who approved it: one object, written once, that stands by
 * itself. No student data. Nothing is written when the approval was undone before this came to it.
 */
export const writeCertificate = async (
  ports: PortsWithObjects,
  task: ApprovalTask,
  snapshotId: SnapshotId | undefined,
): Promise<void> => {
  const { certificationEventId, organizationId, round, sentSequence } = task;
  const [certificationEvent, participant, snapshot] = await Promise.all([
    ports.store.load('certificationEvent', certificationEventId),
    ports.store.load('participant', { certificationEventId, organizationId }),
    snapshotId === undefined ? undefined : ports.store.load('snapshot', snapshotId),
  ]);
  if (!participant?.state.approval || !certificationEvent || !('published' in certificationEvent.state)) return;
  const { published, number } = certificationEvent.state;
  const body = await ports.store.bodyWithoutParticipants(certificationEventId, published.bodyId);
  const { name, tasks, approval, revision } = participant.state;
  const text = canonicalJson({
    certificateVersion: 1,
    certificationEvent: { id: certificationEventId, number, name: published.outline.name, revision },
    participant: { organizationId, name, round, sentSequence },
    submissions: tasks.flatMap(({ userId, submission, completions }) =>
      submission ? [{ userId, submission, completions }] : [],
    ),
    approval,
    snapshot: snapshot?.state.status === 'COMPLETED' ? snapshot.state : null,
    rules: body.pinnedGroups,
    participantChainHead: participant.auditHash,
  });
  const key = `certificates/${certificationEventId}/${organizationId}/${round}-${sentSequence}-${approval.at.replaceAll(/[:.]/g, '')}.json`;
  await ports.objects.putText('data', key, text, 'application/json');
};

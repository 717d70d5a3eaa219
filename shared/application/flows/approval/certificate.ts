import type { ApprovalTask } from '../../../contracts/workflows/approval.ts';
import { bodyIdOf } from '../../../domain/certification-event/lifecycle.ts';
import type { Published } from '../../../domain/certification-event/state.ts';
import type { Snapshot } from '../../../domain/snapshot/state.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import { loadScene } from '../../participants/scene.ts';
import type { PortsWithObjects } from '../../ports/ports.ts';
import { systemCaller } from '../../system-caller.ts';
import { RetryTask } from '../retry-task.ts';

// Only what never changes, so that writing the certificate again writes the same bytes.
const certified = (snapshot: Snapshot | undefined) => {
  if (snapshot?.status !== 'COMPLETED') return null;
  const { id, sequence, trigger, takenAt, pinned, contentHash, manifest } = snapshot;
  return { id, sequence, trigger, takenAt, pinned, contentHash, manifest };
};

/** The hash that the approval has in its participant's chain. The list of entries lags a little behind the table. */
const approvalHash = (history: readonly AuditEntry[], at: string): string => {
  const entry = history.find((one) => one.command === 'decide:APPROVE' && one.at === at);
  if (entry === undefined) throw new RetryTask('the audit entry of the approval cannot be read yet');
  return entry.hash;
};

// A later revision may validate by other rules: those count that the certifiers signed by.
const certifiedBody = (published: Published, revision: number): string => {
  const bodyId = bodyIdOf(published, revision);
  // A publication under way has reached the participant before the flip: a moment later the body is there.
  if (bodyId === null) throw new RetryTask(`revision ${revision} is not published yet`);
  return bodyId;
};

/**
 * What was certified, by whom, over which data and rules, and who approved it: one object, written once, that stands by
 * itself. No student data. Nothing is written when the approval was undone before this came to it.
 */
export const writeCertificate = async (ports: PortsWithObjects, task: ApprovalTask): Promise<void> => {
  const { certificationEventId, organizationId, round, sentSequence } = task;
  const key = { certificationEventId, organizationId };
  const scene = await loadScene(ports.store, await systemCaller(ports, 'approval-flow', task.execution), key);
  const approval = scene?.participant.state.approval;
  if (scene === undefined || !approval) return;
  const { published, number } = scene.certificationEvent.state;
  const { name, tasks, revision } = scene.participant.state;
  const [body, snapshot, history] = await Promise.all([
    ports.store.bodyWithoutParticipants(certificationEventId, certifiedBody(published, revision)),
    approval.snapshotId === null ? undefined : ports.store.load('snapshot', approval.snapshotId),
    ports.store.historyOf(key),
  ]);
  const text = canonicalJson({
    certificateVersion: 1,
    certificationEvent: { id: certificationEventId, number, name: published.outline.name, revision },
    participant: { organizationId, name, round, sentSequence },
    submissions: tasks.flatMap(({ userId, submission, completions }) =>
      submission ? [{ userId, submission, completions }] : [],
    ),
    approval,
    approvalHash: approvalHash(history, approval.at),
    snapshot: certified(snapshot?.state),
    rules: { revision, groups: body.pinnedGroups },
  });
  const folder = `certificates/${certificationEventId}/${organizationId}`;
  const moment = approval.at.replaceAll(/[:.]/g, '');
  await ports.objects.putText('data', `${folder}/${round}-${sentSequence}-${moment}.json`, text, 'application/json');
};

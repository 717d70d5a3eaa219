import { beforeEach, describe, expect, test } from 'vitest';
import { tardinessBody } from '../../../../test/builders/tardiness-body.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../../test/fakes/small-state.ts';
import type { Snapshot } from '../../../domain/snapshot/state.ts';
import { approvalTask } from '../../../contracts/workflows/approval.ts';
import { certificationEventId, organizationId } from '../../../kernel/ids.ts';
import { runApprovalTask } from './tasks.ts';

const orgId = '255903';
let state: SmallState;
let id: string;

const certification = (rest: string, body: object = {}) =>
  state.ask('ana', 'POST', `/v1/certifications/${id}/${orgId}${rest}`, { body });

const decided = async (decision: object): Promise<unknown> => {
  const body = { organizationIds: [orgId], ...decision };
  const answer = await state.ask('april', 'POST', `/v1/certification-events/${id}/decisions`, { body });
  return answer.body.results[0].outcome;
};

const certified = async (): Promise<void> => {
  await certification('/start');
  await state.takeSnapshots();
  for (const step of ['district-validation', 'state-validation', 'snapshot-validation']) {
    const run = await certification(`/steps/${step}/runs`);
    await state.validate(run.body.id);
    await state.ask('ana', 'GET', `/v1/runs/${run.body.id}/report`);
    await certification(`/steps/${step}/complete`);
  }
  await certification('/submit', { attestation: { name: 'Ana Test', accepted: true } });
};

const snapshots = async (): Promise<readonly Snapshot[]> => {
  const key = { certificationEventId: certificationEventId(id), organizationId: organizationId(orgId) };
  return (await state.ports.store.snapshotsOf(key)).map((read) => read.state);
};

const records = async (): Promise<readonly string[]> =>
  (await snapshots()).map((one) => (one.status === 'COMPLETED' ? one.state : one.status));

const task = (name: string, more: object = {}) => {
  const common = { version: 1, certificationEventId: id, organizationId: orgId, round: 1, sentSequence: 1 };
  const parsed = approvalTask.parse({ task: name, execution: 'approval-1', ...common, ...more });
  return runApprovalTask({ ...state.ports, workflows: state.workflows }, parsed);
};

beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  id = await publishTardiness(state);
  await certified();
});

describe("the snapshot's record", () => {
  test('is locked once the sending is told, and told again nothing changes', async () => {
    await task('tell-approvers');
    await task('tell-approvers');
    expect(await records()).toEqual(['LOCKED']);
  });

  test('is released by a withdrawal, and a flow that comes late does not lock it again', async () => {
    await task('tell-approvers');
    await certification('/submission/withdraw', { reason: 'One more look.' });
    expect(await records()).toEqual(['CURRENT']);
    await task('tell-approvers');
    expect(await records()).toEqual(['CURRENT']);
  });

  test('a flow that ends late does not release what was sent a second time', async () => {
    await task('tell-approvers');
    await certification('/submission/withdraw', { reason: 'One more look.' });
    await certification('/submit', { attestation: { name: 'Ana Test', accepted: true } });
    await task('tell-approvers', { sentSequence: 2 });
    await task('conclude', { outcome: 'WITHDRAWN' });
    expect(await records()).toEqual(['LOCKED']);
  });

  test('becomes history when the state sends back what it had approved', async () => {
    await task('tell-approvers');
    expect(await decided({ type: 'APPROVE' })).toBe('APPLIED');
    await task('conclude', { outcome: 'APPROVED' });
    expect(await decided({ type: 'REQUEST_RECERTIFICATION', reason: 'Counts differ.' })).toBe('APPLIED');
    expect(await records()).toEqual(['HISTORY']);
  });

  test('stays as it is after closing', async () => {
    const body = { comment: 'Over.', confirm: true };
    await state.ask('admin', 'POST', `/v1/certification-events/${id}/close`, { body });
    const before = await snapshots();
    await task('tell-approvers');
    await task('conclude', { outcome: 'CLOSED' });
    expect(await snapshots()).toEqual(before);
  });
});

describe('the certificate', () => {
  const certificates = () => [...state.stored].filter(([key]) => key.includes('certificates/'));

  test('says what was certified and where the approval stands in the chain', async () => {
    await decided({ type: 'APPROVE' });
    await task('conclude', { outcome: 'APPROVED' });
    const [, bytes] = certificates()[0] ?? [];
    expect(JSON.parse(String(bytes))).toMatchObject({
      approval: { by: 'april' },
      approvalHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      submissions: [{ userId: 'ana', submission: { signedName: 'Ana Test' } }],
      snapshot: { contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  test('is the same to the byte when it is written again after the participant has moved on', async () => {
    await decided({ type: 'APPROVE' });
    await task('conclude', { outcome: 'APPROVED' });
    await certification('/recertification-requests', { reason: 'A late exit.' });
    await task('conclude', { outcome: 'APPROVED' });
    expect(certificates()).toHaveLength(1);
  });

  test('names the rules it was certified by, whatever was published since', async () => {
    const event = `/v1/certification-events/${id}`;
    const dataLinks = [{ type: 'EXTERNAL_URL', label: 'Guide', url: 'https://example.org/guide' }];
    await state.ask('admin', 'PUT', event, { body: { ...tardinessBody, dataLinks }, headers: { 'if-match': '*' } });
    await state.ask('admin', 'POST', `${event}/publish`, { body: { confirm: true } });
    await state.runFlows();
    await decided({ type: 'APPROVE' });
    await task('conclude', { outcome: 'APPROVED' });
    const [, bytes] = certificates()[0] ?? [];
    expect(JSON.parse(String(bytes))).toMatchObject({
      certificationEvent: { revision: 1 },
      rules: { revision: 1, groups: [{ groupId: 'grp_tardiness' }] },
    });
  });

  test('is not written for an approval that was undone before', async () => {
    await decided({ type: 'APPROVE' });
    await decided({ type: 'UNAPPROVE', reason: 'A mistake.' });
    await task('conclude', { outcome: 'APPROVED' });
    expect(certificates()).toEqual([]);
  });
});

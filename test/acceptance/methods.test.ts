import { beforeAll, describe, expect, it } from 'vitest';
import { bucketOf } from '../harness/objects.ts';
import { useSystem } from '../harness/system.ts';
import { bearCreek, decideOne, grandBend, participantOf, publishNew } from '../story/certification-event.ts';
import type { Json } from '../story/client.ts';
import { expectStatus, jsonAt, listAt, refusalOf, textAt } from '../story/read.ts';
import { complete, passStep, start, stepOf, submit, wizard, type Work } from '../story/steps.ts';
import { until } from '../story/until.ts';

const system = useSystem();
const events = '/v1/certification-events';
const day = 86_400_000;
const noSnapshots = { snapshotMethod: 'NONE', missingSnapshotAt: null };
const admin = () => system.as('state-admin');
const approver = () => system.as('state-approver');
const certifier = (district: 'grand-bend' | 'bear-creek' = 'grand-bend') => system.as(`${district}-certifier`);
const at = ({ eventId, orgId }: Work, rest: string) => `/v1/certifications/${eventId}/${orgId}${rest}`;
const statusOf = async ({ eventId, orgId }: Work): Promise<unknown> =>
  (await participantOf(await admin(), eventId, orgId))['status'];
const inDays = (days: number): string => new Date(system.now() + days * day).toISOString();

describe('Without snapshots', () => {
  let work: Work;

  beforeAll(async () => {
    work = { eventId: await publishNew(await admin(), { name: 'No snapshots', ...noSnapshots }), orgId: grandBend };
  }, 120_000);

  it('the third step is not required, and acting on it is refused', async () => {
    const person = await certifier();
    expectStatus(await start(person, work), 200);
    expect(await stepOf(person, work, 'snapshot-validation')).toMatchObject({ status: 'SKIPPED' });
    const answers = [
      await person.post(at(work, '/steps/snapshot-validation/runs'), {}),
      await complete(person, work, 'snapshot-validation'),
      await person.post(at(work, '/snapshot'), {}),
      await (await approver()).post(`${events}/${work.eventId}/snapshots`, {}),
    ];
    expect(answers.map(refusalOf)).toEqual(answers.map(() => '409 STEP_SKIPPED'));
  });

  it('two completed steps are enough to submit, and the data of the state run are what is signed', async () => {
    const person = await certifier();
    await passStep(person, work, 'district-validation');
    await passStep(person, work, 'state-validation');
    const attestation = { name: 'Cora Example', accepted: false };
    expect(refusalOf(await person.post(at(work, '/submit'), { attestation }))).toBe('422 ATTESTATION_REQUIRED');
    expectStatus(await submit(person, work), 200);
    expect(await statusOf(work)).toBe('SENT');
    expect(jsonAt(await wizard(person, work), 'submission')).toMatchObject({
      snapshotId: null,
      dataHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(refusalOf(await submit(person, work))).toBe('409 ALREADY_SUBMITTED');
  });

  it('a submission can be withdrawn while the state has not decided, and given again', async () => {
    const person = await certifier();
    expect(refusalOf(await person.post(at(work, '/submission/withdraw'), {}))).toBe('422 INVALID_INPUT');
    const withdrawn = await person.post(at(work, '/submission/withdraw'), { reason: 'A late correction.' });
    expect(expectStatus(withdrawn, 200)).toMatchObject({
      eventStatusLabel: 'In Progress',
      userStatusLabel: 'Certification Incomplete',
    });
    expect(refusalOf(await person.post(at(work, '/submission/withdraw'), { reason: 'Again.' }))).toBe(
      '409 WRONG_STATUS',
    );
    expect(expectStatus(await submit(person, work), 200)).toMatchObject({
      eventStatusLabel: 'Certification Sent to State',
    });
  });

  const request = async (reason: string): Promise<Json> =>
    expectStatus(await (await certifier()).post(at(work, '/recertification-requests'), { reason }), 201);

  it('a request to recertify is shown on both sides and can be taken back', async () => {
    const person = await certifier();
    const asked = await request('Two students were left out.');
    expect(await wizard(person, work)).toMatchObject({
      userStatusLabel: 'Recertification Request Pending',
      eventStatusLabel: 'Recertification Request Sent',
      openRequest: { id: asked['id'], reason: 'Two students were left out.' },
    });
    expect(await participantOf(await approver(), work.eventId, grandBend)).toMatchObject({
      status: 'RECERT_REQUESTED',
      openRequest: { id: asked['id'], requestedBy: 'grand-bend-certifier' },
    });
    const again = await person.post(at(work, '/recertification-requests'), { reason: 'Once more.' });
    expect(refusalOf(again)).toBe('409 REQUEST_PENDING');
    const back = await person.post(at(work, `/recertification-requests/${textAt(asked, 'id')}/withdraw`), {});
    expect(expectStatus(back, 200)).toMatchObject({ status: 'WITHDRAWN' });
    expect(await statusOf(work)).toBe('SENT');
  });

  it('declined with a reason, it leaves the certification as it was and tells who asked', async () => {
    await request('Three students were left out.');
    const decision = { type: 'DECLINE_REQUEST', reason: 'They belong to the next year.' };
    expect(await decideOne(await approver(), work.eventId, grandBend, decision)).toMatchObject({ outcome: 'APPLIED' });
    expect(await statusOf(work)).toBe('SENT');
    const told = await until('the answer', async () =>
      (await system.alertsOf('grand-bend-certifier', work.eventId)).find((text) => text.includes('declined')),
    );
    expect(told).toContain('Reason: They belong to the next year.');
  });

  it('granted, it begins a second round in which everything is done again', async () => {
    await request('Four students were left out.');
    const decision = { type: 'REQUEST_RECERTIFICATION', reason: 'Go ahead.' };
    expect(await decideOne(await approver(), work.eventId, grandBend, decision)).toMatchObject({ outcome: 'APPLIED' });
    const person = await certifier();
    expect(await wizard(person, work)).toMatchObject({
      round: 2,
      eventStatusLabel: 'Recertification In Progress',
      openRequest: null,
    });
    expect(refusalOf(await submit(person, work))).toBe('409 STEPS_INCOMPLETE');
  });
});

describe('Approving what nobody certified', () => {
  it('takes a confirmation and a reason, and claims no signature', async () => {
    const eventId = await publishNew(await admin(), { name: 'Not certified', ...noSnapshots });
    const person = await approver();
    const approve = (more: object) => decideOne(person, eventId, bearCreek, { type: 'APPROVE', ...more });
    expect(await approve({})).toMatchObject({ outcome: 'REFUSED', code: 'NOT_CERTIFIED' });
    expect(await approve({ confirmNotCertified: true })).toMatchObject({ outcome: 'REFUSED', code: 'REASON_REQUIRED' });
    const applied = await approve({ confirmNotCertified: true, reason: 'The district sent its numbers on paper.' });
    expect(applied).toMatchObject({ outcome: 'APPLIED', code: null });
    expect(await participantOf(person, eventId, bearCreek)).toMatchObject({
      status: 'APPROVED',
      statusLabel: 'Approved',
      approval: { notCertified: true, by: 'state-approver' },
    });
    expect(await wizard(await certifier('bear-creek'), { eventId, orgId: bearCreek })).toMatchObject({
      userStatus: 'COMPLETE_BY_STATE',
      userStatusLabel: 'Certification Complete',
      submission: null,
    });
    const undone = await decideOne(person, eventId, bearCreek, { type: 'UNAPPROVE', reason: 'A mistake.' });
    expect(undone).toMatchObject({ outcome: 'APPLIED' });
    expect(await statusOf({ eventId, orgId: bearCreek })).toBe('IN_PROGRESS');
  });
});

describe('Snapshots by the clock', () => {
  const snapshots = async (eventId: string): Promise<Json> =>
    expectStatus(await (await admin()).get(`${events}/${eventId}/snapshots`), 200);
  const outline = async (eventId: string) =>
    listAt(await snapshots(eventId), 'snapshots')
      .map((one) => [one['organizationId'], one['trigger'], one['status']].join(' '))
      .toSorted();

  const served = (eventId: string): Promise<true> =>
    until('every snapshot to be taken', async () => {
      const taken = listAt(await snapshots(eventId), 'snapshots');
      return taken.length >= 2 && taken.every((one) => one['status'] === 'COMPLETED') ? true : undefined;
    });

  it('of everybody at the full time, once, even when the schedule fires twice', async () => {
    const method = { snapshotMethod: 'FULL', missingSnapshotAt: null, fullSnapshotAt: inDays(2) };
    const eventId = await publishNew(await admin(), { name: 'All at once', ...method });
    expect(await snapshots(eventId)).toMatchObject({
      snapshots: [],
      schedules: [{ kind: 'FULL', status: 'SCHEDULED' }],
    });
    await system.atRest();
    system.runtime.faults.set([{ service: 'scheduler', operation: 'Fire', times: 20, action: 'duplicate' }]);
    await system.moveTo(inDays(2.01));
    await served(eventId);
    await system.atRest();
    expect(await outline(eventId)).toEqual([`${grandBend} FULL COMPLETED`, `${bearCreek} FULL COMPLETED`]);
    const views = expectStatus(await (await admin()).get(`${events}/${eventId}/datamart`), 200);
    expect(Object.values(views)).toContainEqual(expect.objectContaining({ dataset: 'students', snapshots: 2 }));
    expect(await snapshots(eventId)).toMatchObject({
      schedules: [
        { kind: 'FULL', status: 'COMPLETED', included: expect.arrayContaining([grandBend, bearCreek]), skipped: [] },
      ],
    });
    expect(await stepOf(await certifier(), { eventId, orgId: grandBend }, 'snapshot-validation')).toMatchObject({
      status: 'NEEDS_VIEW',
    });
    await compactedAfterTheClose(eventId);
  });

  /** Closed, and an hour later its datamart reads one object a dataset. */
  const compactedAfterTheClose = async (eventId: string): Promise<void> => {
    const data = bucketOf(system, 'DATA_BUCKET');
    const listed = async (): Promise<readonly string[]> =>
      (await data.text(`datamart/students/certification_event=${eventId}/objects.txt`)).trimEnd().split('\n');
    expect(await listed()).toEqual([expect.stringContaining('/lanes/'), expect.stringContaining('/lanes/')]);
    const closing = { comment: 'Over.', confirm: true };
    expectStatus(await (await admin()).post(`${events}/${eventId}/close`, closing), 200);
    await system.moveTo(inDays(0.05));
    await until('the datamart to be compacted', async () => ((await listed()).length === 1 ? true : undefined));
    expect(await listed()).toEqual([expect.stringContaining(`/compacted/${eventId}/students/`)]);
    expect(await data.keys(`compacted/${eventId}/students/`)).toHaveLength(1);
  };

  it('of those without one at the clean-up time; who has one is skipped and listed so', async () => {
    const eventId = await publishNew(await admin(), { name: 'Cleaned up', missingSnapshotAt: inDays(3) });
    expectStatus(await start(await certifier(), { eventId, orgId: grandBend }), 200);
    await until('the snapshot at the start', async () =>
      (await outline(eventId)).includes(`${grandBend} CERT_START COMPLETED`) ? true : undefined,
    );
    await system.moveTo(inDays(3.01));
    await served(eventId);
    await system.atRest();
    expect(await outline(eventId)).toEqual([`${grandBend} CERT_START COMPLETED`, `${bearCreek} CLEANUP COMPLETED`]);
    expect(await snapshots(eventId)).toMatchObject({
      schedules: [{ kind: 'CLEANUP', status: 'COMPLETED', included: [bearCreek], skipped: [grandBend] }],
    });
  });

  it('are taken by the sweeper when their schedule is lost', async () => {
    const eventId = await publishNew(await admin(), { name: 'Lost schedule', missingSnapshotAt: inDays(1) });
    await system.atRest();
    const timer = (await schedulesOf()).find((name) => name.includes(`${eventId}-cleanup`)) ?? 'no timer';
    system.runtime.faults.set([{ caller: timer, service: 'scheduler', operation: 'Fire', action: 'lose' }]);
    await system.moveTo(inDays(1.02));
    await served(eventId);
    expect(system.runtime.faults.list()).toMatchObject([{ hits: 1 }]);
    expect(await outline(eventId)).toEqual([`${grandBend} CLEANUP COMPLETED`, `${bearCreek} CLEANUP COMPLETED`]);
  });

  const schedulesOf = async (): Promise<readonly string[]> => {
    const state: unknown = await (await fetch(`${system.origin}/_local/state`)).json();
    return listAt(Object(state), 'schedules').map((one) => String(one['name']));
  };
});

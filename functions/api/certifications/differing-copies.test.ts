import { beforeEach, describe, expect, test } from 'vitest';
import { deliverStudents } from '../../../test/fakes/deliver-rows.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let path: string;

const ask = (method: string, rest: string, body?: object) => state.ask('ana', method, `${path}${rest}`, { body });
const deliver = (...ids: readonly string[]) => deliverStudents(state, '255903', ...ids);

beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  path = `/v1/certifications/${await publishTardiness(state)}/255903`;
  await deliver('1', '2');
});

const certify = async (): Promise<void> => {
  for (const step of ['district-validation', 'state-validation', 'snapshot-validation']) {
    const run = await ask('POST', `/steps/${step}/runs`, {});
    await state.validate(run.body.id);
    await state.ask('ana', 'GET', `/v1/runs/${run.body.id}/report`);
    await ask('POST', `/steps/${step}/complete`, {});
  }
};
const attestation = { name: 'Ana Test', accepted: true };

describe('copies that differ', () => {
  const apart = [{ dataset: 'students', districtRows: 3, stateRows: 2 }];

  test('are told in the wizard, when the snapshot is asked for and of the snapshot that was taken', async () => {
    await ask('POST', '/start');
    await state.takeSnapshots();
    await state.ask('ana', 'POST', '/v1/organizations/255903/sync', { body: { paused: true } });
    await deliver('1', '2', '3');
    expect((await ask('GET', '')).body).toMatchObject({ differingCopies: apart, snapshot: { warnings: [] } });

    const taken = await ask('POST', '/snapshot', {});
    expect(taken).toMatchObject({ status: 202, body: { status: 'QUEUED', differingCopies: apart } });
    await state.takeSnapshots();
    expect((await ask('GET', '')).body.snapshot).toMatchObject({ status: 'COMPLETED', warnings: ['COPIES_DIFFER'] });
    expect((await state.ask('ana', 'GET', `/v1/snapshots/${taken.body.id}`)).body).toMatchObject({
      recordCounts: { students: 2 },
      warnings: ['COPIES_DIFFER'],
    });
  });

  test('do not refuse a submission, whose answer tells of them', async () => {
    await ask('POST', '/start');
    await state.takeSnapshots();
    await certify();
    await state.ask('ana', 'POST', '/v1/organizations/255903/sync', { body: { paused: true } });
    await deliver('1', '2', '3');
    expect(await ask('POST', '/submit', { attestation })).toMatchObject({
      status: 200,
      body: { eventStatus: 'SENT', differingCopies: apart },
    });
  });
});

describe('copies that are the same', () => {
  test('are nothing to tell', async () => {
    await ask('POST', '/start');
    await state.takeSnapshots();
    expect((await ask('GET', '')).body).toMatchObject({ differingCopies: [], snapshot: { warnings: [] } });
    expect((await ask('POST', '/snapshot', {})).body).toMatchObject({ differingCopies: [] });
    await state.takeSnapshots();
    await certify();
    expect((await ask('POST', '/submit', { attestation })).body).toMatchObject({ differingCopies: [] });
  });
});

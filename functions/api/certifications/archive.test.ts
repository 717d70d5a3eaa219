import { beforeEach, describe, expect, test } from 'vitest';
import { tardinessBody } from '../../../test/builders/tardiness-body.ts';
import { aSmallState, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let event: string;
let own: string;

const post = (user: string, path: string, body: object = {}) => state.ask(user, 'POST', path, { body });
const close = () => post('admin', `${event}/close`, { comment: 'Over.', confirm: true });
const decide = (type: string) => post('april', `${event}/decisions`, { type, organizationIds: ['255903'] });

beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  const body = { ...tardinessBody, snapshotMethod: 'NONE', missingSnapshotAt: null };
  const { id } = (await post('admin', '/v1/certification-events', body)).body;
  event = `/v1/certification-events/${id}`;
  own = `/v1/certifications/${id}/255903`;
  await post('admin', `${event}/publish`);
  await state.runFlows();
  await post('ana', `${own}/start`);
  for (const step of ['district-validation', 'state-validation']) {
    const run = (await post('ana', `${own}/steps/${step}/runs`)).body;
    await state.validate(run.id);
    await state.ask('ana', 'GET', `/v1/runs/${run.id}/report`);
    await post('ana', `${own}/steps/${step}/complete`);
  }
  await post('ana', `${own}/submit`, { attestation: { name: 'Ana Test', accepted: true } });
});

describe('after the close', () => {
  test('a certification leaves the worklist and is found in the archive', async () => {
    await close();
    const rows = async (query: string) => (await state.ask('ana', 'GET', '/v1/certifications', { query })).body.items;
    expect(await rows('')).toEqual([]);
    expect(await rows('archived=true')).toMatchObject([{ action: 'VIEW', permittedCommands: [], eventStatus: 'SENT' }]);
  });

  test('its people still read their certificate, the findings and every decision', async () => {
    await decide('APPROVE');
    await close();
    const { body } = await state.ask('rita', 'GET', own);
    expect(body).toMatchObject({
      eventStatus: 'APPROVED',
      certificate: {
        round: 1,
        revision: 1,
        notCertified: false,
        signatures: [{ userId: 'ana', signedName: 'Ana Test' }],
      },
    });
    expect(body.steps[0].run).toMatchObject({ status: 'COMPLETED' });
    const history = (await state.ask('rita', 'GET', `${own}/history`)).body.items;
    expect(history.map(({ what }: { what: string }) => what)).toContain('decide:APPROVE');
    expect((await state.ask('gus', 'GET', own)).status).toBe(404);
  });

  test('a request that nobody answered has expired', async () => {
    const asked = await post('ana', `${own}/recertification-requests`, { reason: 'A late exit.' });
    expect(asked).toMatchObject({ status: 201, headers: { location: own } });
    expect((await state.ask('ana', 'GET', own)).body.openRequest).toMatchObject({
      id: asked.body.id,
      status: 'PENDING',
    });
    await close();
    expect((await state.ask('ana', 'GET', own)).body.openRequest).toMatchObject({ status: 'EXPIRED' });
    const seen = await state.ask('april', 'GET', `${event}/participants/255903`);
    expect(seen.body.openRequest).toMatchObject({ status: 'EXPIRED', reason: 'A late exit.' });
  });
});

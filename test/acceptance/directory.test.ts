import { beforeAll, describe, expect, it } from 'vitest';
import { useSystem } from '../harness/system.ts';
import { decideOne, inDays, participantOf, publishNew } from '../story/certification-event.ts';
import type { Json, Person } from '../story/client.ts';
import { enlist, hire, memberPath, patch, put, remove, signInPage } from '../story/directory.ts';
import { expectStatus, listAt, refusalOf, textAt } from '../story/read.ts';
import { complete, start, submit, type Work } from '../story/steps.ts';
import { until } from '../story/until.ts';

const system = useSystem();
const admin = () => system.as('state-admin');
const district = '0001071';
const certifying = { CERTIFICATION_EVENT: 'RWAD' };

/** Signs somebody in as soon as the account is there. */
const newcomer = (name: string): Promise<Person> =>
  until(`the account of ${name}`, () => system.as(name).catch(() => undefined), 20);

const linksOnly = {
  name: 'Contacts',
  dataLinks: [{ type: 'EXTERNAL_URL', label: 'Contacts', url: 'https://example.org/contacts' }],
  participants: [district],
  snapshotMethod: 'NONE',
  missingSnapshotAt: null,
};

const tasksOf = async (eventId: string): Promise<readonly unknown[]> =>
  listAt(await participantOf(await admin(), eventId, district), 'certifiers').map((one) => one['userId']);

const followed = (eventId: string, names: readonly string[]): Promise<true> =>
  until(`the people ${names.join(', ')}`, async () =>
    (await tasksOf(eventId)).toSorted().join() === names.join() ? true : undefined,
  );

const certifyByHand = async (person: Person, work: Work): Promise<Json> => {
  expectStatus(await start(person, work), 200);
  for (const step of ['district-validation', 'state-validation'] as const)
    expectStatus(await complete(person, work, step, { reviewed: true }), 200);
  return expectStatus(await submit(person, work), 200);
};

let category = { categoryId: '', districtId: district };
let work: Work = { eventId: '', orgId: district };

beforeAll(async () => {
  const state = await admin();
  const make = async (body: object): Promise<void> => {
    expectStatus(await state.post('/v1/organizations', body), 201);
  };
  await make({ id: district, type: 'DISTRICT', name: 'Cedar Falls', number: district });
  await make({ id: '0588', type: 'SCHOOL', name: 'Cedar High', number: '0588', parentOrganizationId: district });
  const made = expectStatus(await state.post('/v1/categories', { name: 'Contacts', level: 'DISTRICT' }), 201);
  category = { categoryId: textAt(made, 'id'), districtId: district };
  expectStatus(await state.post(`/v1/categories/${category.categoryId}/publish`, {}), 200);
  await hire(
    state,
    'dora',
    { organizationId: district, districtAdmin: true },
    { ...certifying, CERTIFICATION_CATEGORY: 'RWAD' },
  );
  const dora = await newcomer('dora');
  for (const name of ['carl', 'cleo', 'cruz']) await hire(dora, name, { organizationId: district }, certifying);
}, 120_000);

describe('A district from nothing', () => {
  it('lets its new people in at once, by token and on the sign-in page', async () => {
    const carl = await newcomer('carl');
    expect(expectStatus(await carl.get('/v1/me'), 200)).toMatchObject({
      organization: { id: district, name: 'Cedar Falls' },
      rights: certifying,
    });
    const answer = await fetch(`${system.origin}/_local/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'carl' }),
    });
    const token: unknown = await answer.json();
    expect(await signInPage(system.origin, textAt(Object(token), 'access_token'))).toContain('value="carl"');
  });

  it('keeps its own list of members, and the state its own', async () => {
    const dora = await system.as('dora');
    await enlist(dora, category, 'carl', { role: 'CERTIFIER' });
    await enlist(dora, category, 'cleo', { role: 'CERTIFIER' });
    const state = await admin();
    const path = `/v1/categories/${category.categoryId}`;
    const approver = await put(state, `${path}/state-members/state-approver`, { role: 'APPROVER' });
    expect(expectStatus(approver, 200)).toMatchObject({ warnings: [] });
    const reviewer = await put(state, `${path}/state-members/state-reviewer`, { role: 'APPROVER' });
    expect(expectStatus(reviewer, 200)).toMatchObject({ warnings: [{ code: 'RIGHTS_TOO_LOW' }] });
    expectStatus(await remove(state, `${path}/state-members/state-reviewer`), 204);
    const members = expectStatus(await state.get(`${path}/local-members?districtId=${district}`), 200);
    expect(listAt(members, 'items').map((one) => one['userId'])).toEqual(['carl', 'cleo']);
    expect(refusalOf(await put(state, memberPath(category.categoryId, district, 'cruz'), { role: 'REVIEWER' }))).toBe(
      '403 FORBIDDEN',
    );
    const foreign = await (await system.as('bear-creek-admin')).get(`/v1/users/carl`);
    expect(refusalOf(foreign)).toBe('404 NOT_FOUND');
  });

  it('takes part in what is published for it', async () => {
    const changes = { ...linksOnly, categoryId: category.categoryId };
    work = { eventId: await publishNew(await admin(), changes), orgId: district };
    expect(await tasksOf(work.eventId)).toEqual(['carl', 'cleo']);
    const rows = expectStatus(await (await system.as('carl')).get('/v1/certifications'), 200);
    expect(listAt(rows, 'items')).toMatchObject([{ eventId: work.eventId, organizationId: district }]);
  });
});

describe('Members who change while a certification event runs', () => {
  it('who joins has a part and is told, who leaves has none', async () => {
    const dora = await system.as('dora');
    await enlist(dora, category, 'cruz', { role: 'CERTIFIER' });
    await followed(work.eventId, ['carl', 'cleo', 'cruz']);
    const cruz = await system.as('cruz');
    expect(listAt(expectStatus(await cruz.get('/v1/certifications'), 200), 'items')).toHaveLength(1);
    await until('the alert', async () => ((await system.alertsOf('cruz', work.eventId)).length > 0 ? true : undefined));
    expectStatus(await remove(dora, memberPath(category.categoryId, district, 'cruz')), 204);
    await followed(work.eventId, ['carl', 'cleo']);
    expect((await cruz.get(`/v1/certifications/${work.eventId}/${district}`)).status).toBe(404);
  });

  it('when the last who had not certified is deactivated, somebody must confirm, and he is shut out at once', async () => {
    await certifyByHand(await system.as('carl'), work);
    const cleo = await system.as('cleo');
    expectStatus(await start(cleo, work), 200);
    expectStatus(await patch(await system.as('dora'), '/v1/users/cleo', { active: false }), 200);
    expect((await cleo.get('/v1/me')).status).toBe(403);
    await followed(work.eventId, ['carl']);
    expect((await participantOf(await admin(), work.eventId, district))['status']).toBe('IN_PROGRESS');
    const dora = await system.as('dora');
    const confirmed = await dora.post(`/v1/certifications/${work.eventId}/${district}/confirm-sent`, {});
    expectStatus(confirmed, 200);
    expect((await participantOf(await admin(), work.eventId, district))['status']).toBe('SENT');
    await until('the end of the account', () =>
      system.as('cleo').then(
        () => undefined,
        () => true as const,
      ),
    );
    expectStatus(await patch(dora, '/v1/users/cleo', { active: true }), 200);
    expect(expectStatus(await (await newcomer('cleo')).get('/v1/me'), 200)['memberships']).toEqual([]);
  });

  it('nobody joins what is in the state’s hands; sent back, it is for the members of now', async () => {
    await enlist(await system.as('dora'), category, 'cruz', { role: 'CERTIFIER' });
    await system.atRest();
    expect(await tasksOf(work.eventId)).toEqual(['carl']);
    const decision = { type: 'REQUEST_RECERTIFICATION', reason: 'One is missing.', newDueDate: inDays(20) };
    expect(await decideOne(await system.as('state-approver'), work.eventId, district, decision)).toMatchObject({
      outcome: 'APPLIED',
    });
    expect((await tasksOf(work.eventId)).toSorted()).toEqual(['carl', 'cruz']);
  });

  it('with nobody left it cannot be sent', async () => {
    const dora = await system.as('dora');
    for (const name of ['carl', 'cruz'])
      expectStatus(await remove(dora, memberPath(category.categoryId, district, name)), 204);
    await followed(work.eventId, []);
    const confirmed = await dora.post(`/v1/certifications/${work.eventId}/${district}/confirm-sent`, {});
    expect(confirmed.status).toBe(409);
    expect((await participantOf(await admin(), work.eventId, district))['status']).toBe('RECERT_IN_PROGRESS');
  });
});

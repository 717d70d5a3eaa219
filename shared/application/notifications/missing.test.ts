import { expect, test } from 'vitest';
import { userId } from '../../kernel/ids.ts';
import type { Transition } from '../ports/unit-of-work.ts';
import { aUser, attendance, bearCreek, grandBend, system } from '../../../test/builders/people.ts';
import { aPostOffice } from '../../../test/fakes/post-office.ts';
import { aSmallState, publishTardiness } from '../../../test/fakes/small-state.ts';

const people = [
  aUser('dora', { districtAdmin: true, organizationId: grandBend }),
  aUser('bea', { districtAdmin: true, organizationId: bearCreek }),
];

/** Grand Bend lists nobody, and ana's address is none. */
const published = async () => {
  const state = await aSmallState('2026-05-05T18:00:00Z');
  const office = aPostOffice(state);
  const { store, unitOfWork, clock } = state.ports;
  const list = { categoryId: attendance, districtId: grandBend };
  const [members, before] = await Promise.all([store.load('localMembers', list), store.load('user', userId('ana'))]);
  if (members === undefined || before === undefined) throw new Error('the small state has changed');
  const change = { command: 'test' } as const;
  const transitions: readonly Transition[] = [
    ...people.map((after): Transition => ({ entity: 'user', key: after.id, before: null, after, ...change })),
    { entity: 'user', key: before.state.id, before, after: { ...before.state, email: 'none yet' }, ...change },
    { entity: 'localMembers', key: list, before: members, after: { ...members.state, members: [] }, ...change },
  ];
  await unitOfWork.commit({ actor: system, now: clock.now(), requestId: 'test', transitions });
  const id = await publishTardiness(state);
  await office.quiet();
  return { state, office, id };
};

test('of a participant without certifier the state is told and its own district’s administrators', async () => {
  const { office } = await published();
  expect(await office.toldTo('dora')).toEqual(['NO_CERTIFIER']);
  expect(await office.toldTo('bea')).toEqual([]);
  expect(office.mailsTo('dora')[0]?.subject).toBe(
    'Nobody can certify for Grand Bend in Data Certification Event: Student Tardiness',
  );
  for (const name of ['april', 'stan', 'admin'])
    expect(office.mailsTo(name).map(({ subject }) => subject)).toEqual([
      '1 participant without anybody to certify (Grand Bend) in Data Certification Event: Student Tardiness',
    ]);
});

test('who has no address is told here all the same, and the state learns his name', async () => {
  const { state, office } = await published();
  expect(await office.toldTo('ana')).toEqual(['CERTIFICATION_EVENT_PUBLISHED']);
  expect(office.mails.filter(({ to }) => to.includes('none'))).toEqual([]);
  const { items } = (await state.ask('admin', 'GET', '/v1/alerts', { query: 'name=address' })).body;
  expect(items).toMatchObject([{ type: 'PEOPLE_WITHOUT_MAIL', name: expect.stringContaining('(ana Test)') }]);
});

import { describe, expect, it } from 'vitest';
import type { Participant } from '../../../shared/domain/participant/state.ts';
import {
  type CertificationEventId,
  categoryId,
  certificationEventId,
  groupId,
  messageId,
  organizationId,
  ruleId,
  runId,
  snapshotId,
} from '../../../shared/kernel/ids.ts';
import { aClosedEvent, anOpenEvent, aPublishedEvent } from '../../builders/certification-event.ts';
import { aParticipant } from '../../builders/participant.ts';
import { aCertifier, aStateUser, attendance, bearCreek, grandBend, montana } from '../../builders/people.ts';
import { aCategory, aGroup, aRule } from '../../builders/rule-library.ts';
import { day, moment } from '../../builders/time.ts';
import { given, loaded, mustCommit } from '../acts.ts';
import { allPages } from '../all-pages.ts';
import { datasets, organizations } from '../samples/directory.ts';
import { creating, samples } from '../samples/entities.ts';
import type { OpenWorld, World } from '../world.ts';

const id = certificationEventId('evt_1');
const at = (organization: string, changes: Partial<Participant> = {}) =>
  aParticipant(
    {},
    { organizationId: organizationId(organization), districtId: organizationId(organization), ...changes },
  );

const districts = Array.from({ length: 7 }, (_, index) => `d${index}`);

const severalParticipants = (world: World) =>
  mustCommit(world, {
    transitions: [...districts, 'elsewhere'].map((name) =>
      creating(
        'participant',
        name === 'elsewhere' ? at('d0', { certificationEventId: certificationEventId('evt_2') }) : at(name),
      ),
    ),
  });

export const describeLists = (open: OpenWorld): void => {
  describe('a list of participants', () => {
    it('shows those of one certification event, by organization', async () => {
      const world = await open();
      await severalParticipants(world);
      const all = await world.store.participants(id);
      expect(all.map(({ state }) => state.organizationId)).toEqual(districts);
      expect(all[0]).toEqual(await loaded(world, 'participant', at('d0')));
    });

    it.each([1, 2, 3, 6, 7, 8])('read in pages of %i is the whole list', async (limit) => {
      const world = await open();
      await severalParticipants(world);
      const paged = await allPages((request) => world.store.participantsPage(id, request), limit);
      expect(paged).toEqual(await world.store.participants(id));
    });

    it('of a district holds its schools over all certification events, newest first', async () => {
      const world = await open();
      const school = { districtId: bearCreek, level: 'SCHOOL' as const };
      await given(
        world,
        creating('participant', at('255903', { certificationEventId: certificationEventId('evt_2') })),
        creating('participant', at('255903')),
        creating('participant', at('255903001', school)),
        creating('participant', at('255901')),
      );
      const read = await world.store.participantsOfDistrict(bearCreek);
      expect(read.map(({ state }) => `${state.certificationEventId} ${state.organizationId}`)).toEqual([
        'evt_2 255903',
        'evt_1 255903001',
        'evt_1 255903',
      ]);
    });
  });

  describe('a list of certification events', () => {
    it('shows them by year, and none that was deleted', async () => {
      const world = await open();
      const [tombstone] = samples.certificationEvent.filter(({ status }) => status === 'DELETED');
      const of = (name: string) => ({ id: certificationEventId(name) });
      await given(
        world,
        creating('certificationEvent', { ...anOpenEvent({ reportingYear: 2027 }), ...of('evt_a') }),
        creating('certificationEvent', { ...aPublishedEvent({ reportingYear: 2026 }), ...of('evt_c') }),
        creating('certificationEvent', { ...aClosedEvent('2026-06-01', { reportingYear: 2026 }), ...of('evt_b') }),
        ...(tombstone ? [creating('certificationEvent', { ...tombstone, ...of('evt_d') })] : []),
      );
      const ids = async (year?: number) =>
        (await world.store.certificationEvents(year)).map(({ state }) => String(state.id));
      expect(await ids()).toEqual(['evt_b', 'evt_c', 'evt_a']);
      expect(await ids(2026)).toEqual(['evt_b', 'evt_c']);
      expect(await ids(2020)).toEqual([]);
      expect(await world.store.load('certificationEvent', certificationEventId('evt_d'))).toBeDefined();
    });

    it('of messages shows those of one certification event', async () => {
      const world = await open();
      const [message] = samples.message;
      if (!message) throw new Error('there is no sample');
      const elsewhere = { id: messageId('msg_0'), certificationEventId: certificationEventId('evt_2') };
      await given(world, creating('message', message), creating('message', { ...message, ...elsewhere }));
      expect((await world.store.messagesOf(id)).map(({ state }) => state)).toEqual([message]);
    });

    it('of timers shows those of one certification event', async () => {
      const world = await open();
      const time = { dueAt: moment('2026-05-10'), status: 'FIRED' } as const;
      const of = (certificationEventId: CertificationEventId) => ({ ...time, certificationEventId });
      await given(
        world,
        creating('timer', { ...of(id), id: 'evt_1-full', kind: 'FULL_SNAPSHOT' }),
        creating('timer', { ...of(id), id: 'evt_1-remind-2026-05-10', kind: 'REMINDERS', day: day('2026-05-10') }),
        creating('timer', { ...of(certificationEventId('evt_2')), id: 'evt_2-full', kind: 'FULL_SNAPSHOT' }),
        creating('timer', { ...time, id: 'digest-2026-05-10', kind: 'DIGEST', day: day('2026-05-10') }),
      );
      const read = await world.store.timersOf(id);
      expect(read.map(({ state }) => state.id)).toEqual(['evt_1-full', 'evt_1-remind-2026-05-10']);
    });

    it('of people shows those of one organization', async () => {
      const world = await open();
      await given(
        world,
        creating('user', aCertifier('ben')),
        creating('user', aCertifier('ana')),
        creating('user', aStateUser('sam')),
      );
      const read = await world.store.usersOf(bearCreek);
      expect(read.map(({ state }) => state.id)).toEqual(['ana', 'ben']);
    });
  });

  describe('a list of runs', () => {
    const [queued] = samples.run;
    const run = (name: string, changes: object = {}) => {
      if (queued?.status !== 'QUEUED') throw new Error('the first sample is no queued run');
      return creating('run', { ...queued, id: runId(name), ...changes });
    };
    const key = { certificationEventId: id, organizationId: bearCreek };

    it('of a participant shows them in the order of their queueing', async () => {
      const world = await open();
      const later = { queuedAt: world.clock.advance(60) };
      await given(world, run('run-2', later), run('run-1'), run('run-3', { organizationId: grandBend }));
      expect((await world.store.runsOf(key)).map(({ state }) => state.id)).toEqual(['run-1', 'run-2']);
    });

    it('that wait shows people before the state, then first come, of one moment the biggest, and none that ended', async () => {
      const world = await open();
      const at1 = world.clock.advance(60);
      const at2 = world.clock.advance(60);
      const ended = samples.run.find(({ status }) => status === 'FAILED');
      await given(
        world,
        run('state-small', { step: null, size: 7 }),
        run('state-big', { step: null, size: 1_000 }),
        run('big', { queuedAt: at1, size: 50_000_000 }),
        run('small', { queuedAt: at2, size: 3 }),
        run('first', { size: 200_000 }),
        ...(ended ? [creating('run', { ...ended, id: runId('over') })] : []),
      );
      const read = await world.store.queuedRuns();
      expect(read.map(({ state }) => state.id)).toEqual(['first', 'big', 'small', 'state-big', 'state-small']);
    });
  });

  describe('a list of snapshots', () => {
    const [asked] = samples.snapshot;
    const several = ['d1', 'd2'].flatMap((name) =>
      [1, 2, 10].map((sequence) => {
        if (!asked) throw new Error('there is no sample');
        const own = { ...asked, organizationId: organizationId(name), sequence };
        return creating('snapshot', { ...own, id: snapshotId(`${name}-${sequence}`) });
      }),
    );

    it('of a participant shows them in the order of their taking', async () => {
      const world = await open();
      await given(world, ...several);
      const read = await world.store.snapshotsOf({ certificationEventId: id, organizationId: organizationId('d2') });
      expect(read.map(({ state }) => state.sequence)).toEqual([1, 2, 10]);
    });

    it.each([1, 2, 5, 6])('of a certification event, read in pages of %i, is whole', async (limit) => {
      const world = await open();
      await given(world, ...several);
      const paged = await allPages((request) => world.store.snapshotsOfCertificationEvent(id, request), limit);
      expect(paged.map(({ state }) => state.id)).toEqual(several.map(({ after }) => after.id));
    });
  });

  describe('a list of the directory or the library', () => {
    it('shows the children of an organization, or all', async () => {
      const world = await open();
      await given(world, ...organizations.map((organization) => creating('organization', organization)));
      const names = async (parent?: typeof montana) =>
        (await world.store.organizations(parent)).map(({ state }) => String(state.id)).toSorted();
      expect(await names()).toEqual(organizations.map((organization) => String(organization.id)).toSorted());
      expect(await names(montana)).toEqual(['255903', 'R1']);
      expect(await names(grandBend)).toEqual([]);
    });

    it('shows categories, local members, rules, groups and datasets', async () => {
      const world = await open();
      const other = categoryId('cat_other');
      const members = (district: typeof bearCreek, category = attendance) =>
        creating('localMembers', { categoryId: category, districtId: district, members: [] });
      await given(
        world,
        creating('category', aCategory()),
        creating('category', aCategory({ id: other })),
        members(bearCreek),
        members(grandBend),
        members(grandBend, other),
        creating('rule', aRule({ id: ruleId('rul_2') })),
        creating('rule', aRule({ id: ruleId('rul_1') }, 'ARCHIVED')),
        creating('validationGroup', aGroup({ id: groupId('grp_1'), active: false })),
        ...datasets.map((dataset) => creating('dataset', dataset)),
      );
      expect((await world.store.categories()).map(({ state }) => state.id)).toEqual([attendance, other]);
      expect((await world.store.localMembersOf(attendance)).map(({ state }) => state.districtId)).toEqual([
        grandBend,
        bearCreek,
      ]);
      expect((await world.store.rules()).map(({ state }) => state.id)).toEqual(['rul_1', 'rul_2']);
      expect((await world.store.validationGroups()).map(({ state }) => state.id)).toEqual(['grp_1']);
      expect((await world.store.datasets()).map(({ state }) => state.name)).toEqual(['studentTransport', 'students']);
    });
  });
};

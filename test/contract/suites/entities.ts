import { describe, expect, it } from 'vitest';
import { chainOf } from '../../../shared/application/audit/chain.ts';
import { groupId, organizationId } from '../../../shared/kernel/ids.ts';
import { aParticipant } from '../../builders/participant.ts';
import { bearCreek, montana } from '../../builders/people.ts';
import { aGroup, aRule } from '../../builders/rule-library.ts';
import { changing, given, loaded, mustCommit } from '../acts.ts';
import { creating, everySample, samples } from '../samples/entities.ts';
import type { OpenWorld, World } from '../world.ts';

const [first = aParticipant(), ...later] = samples.participant;

export const describeEntities = (open: OpenWorld): void => {
  describe('an entity', () => {
    it('is read back exactly as it was written, in every status and with every null', async () => {
      const worlds: World[] = [];
      const times = new Map<string, number>();
      for (const sample of everySample) {
        // States of one entity lie at one place: each gets a world in which it is the first there.
        const name = chainOf(sample.entity, sample.key);
        const turn = times.get(name) ?? 0;
        times.set(name, turn + 1);
        const world = (worlds[turn] ??= await open());
        await mustCommit(world, { transitions: [sample] });
        const read = await world.store.load(sample.entity, sample.key);
        expect(read?.state).toStrictEqual(sample.after);
        expect(read?.version).toBe(1);
      }
      expect(new Set(everySample.map(({ entity }) => entity))).toEqual(new Set(Object.keys(samples)));
    });

    it('that was never written is absent', async () => {
      const world = await open();
      expect(await world.store.load('agency', 'AGENCY')).toBeUndefined();
      expect(await world.store.load('organization', bearCreek)).toBeUndefined();
      expect(await world.store.loadMany('organization', [bearCreek])).toEqual([]);
    });

    it('counts one version a step', async () => {
      const world = await open();
      await given(world, creating('participant', first));
      for (const state of later) {
        const before = await loaded(world, 'participant', first);
        await mustCommit(world, { transitions: [changing('participant', before, state)] });
      }
      const read = await loaded(world, 'participant', first);
      expect(read.version).toBe(samples.participant.length);
      expect(read.state).toStrictEqual(samples.participant.at(-1));
    });

    it('is found together with those of another kind', async () => {
      const world = await open();
      const [rule = aRule()] = samples.rule;
      await given(world, creating('rule', rule));
      await given(world, creating('validationGroup', aGroup()));
      const [groups, rules] = await world.store.loadTogether(
        { entity: 'validationGroup', keys: [groupId('grp_none'), aGroup().id] },
        { entity: 'rule', keys: [rule.id] },
      );
      expect([groups.map(({ state }) => state), rules.map(({ state }) => state)]).toEqual([[aGroup()], [rule]]);
    });

    it('is found among many: in the order asked for, without those that are not there', async () => {
      const world = await open();
      const schools = Array.from({ length: 130 }, (_, index) => ({
        id: organizationId(`school-${index}`),
        type: 'SCHOOL' as const,
        name: `School ${index}`,
        number: String(index),
        parentOrganizationId: montana,
      }));
      for (let from = 0; from < schools.length; from += 45)
        await mustCommit(world, {
          transitions: schools.slice(from, from + 45).map((school) => creating('organization', school)),
        });
      const wanted = [...schools.toReversed().map(({ id }) => id), organizationId('nowhere')];
      const read = await world.store.loadMany('organization', wanted);
      expect(read.map(({ state }) => state)).toEqual(schools.toReversed());
    });
  });
};

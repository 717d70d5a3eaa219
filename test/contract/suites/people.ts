import { describe, expect, it } from 'vitest';
import type { User } from '../../../shared/domain/user/state.ts';
import { aUser, bearCreek, grandBend, montana } from '../../builders/people.ts';
import { given } from '../acts.ts';
import { allPages } from '../all-pages.ts';
import { creating } from '../samples/entities.ts';
import type { OpenWorld } from '../world.ts';

export const describePeople = (open: OpenWorld): void => {
  describe('a list of people', () => {
    it.each([1, 2, 3, 4])('shows people by last and first name, read in pages of %i', async (limit) => {
      const world = await open();
      const people = [
        aUser('z', { lastName: 'abel', firstName: 'Zoe' }),
        aUser('a', { lastName: 'Abel', firstName: 'Ann' }),
        aUser('b', { lastName: 'Baker', organizationId: grandBend }),
        aUser('c', { lastName: 'Cole', active: false }),
      ];
      await given(world, ...people.map((user) => creating('user', user)));
      const ids = async (organization?: typeof bearCreek, wanted: (user: User) => boolean = () => true) =>
        (await allPages((page) => world.store.users(organization, page, wanted), limit)).map(({ state }) =>
          String(state.id),
        );
      expect(await ids()).toEqual(['a', 'z', 'b', 'c']);
      expect(await ids(bearCreek)).toEqual(['a', 'z', 'c']);
      expect(await ids(undefined, ({ active }) => active)).toEqual(['a', 'z', 'b']);
      expect(await ids(montana)).toEqual([]);
    });
  });
};

import { type Found, type Invariant, none, unless } from '../invariant.ts';

export const oneEntryAVersion: Invariant = {
  number: 21,
  slug: 'one-entry-a-version',
  sentence: 'The version of everything is the number of its audit entries, and their numbers have no gaps.',
  check: ({ own }): Found => [
    ...[...own.entities].flatMap(([chain, { version }]) => {
      const entries = own.chains.get(chain)?.length ?? 0;
      return unless(entries === version, chain, `version ${version} has ${entries} audit entries`);
    }),
    ...[...own.chains].flatMap(([chain, entries]) => [
      ...unless(own.entities.has(chain), chain, 'it has audit entries and is not there'),
      ...(entries.every(({ sequence }, index) => sequence === index + 1) ? none : [`${chain}: its entries have gaps`]),
    ]),
  ],
};

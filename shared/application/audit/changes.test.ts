import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, changesBetween, flattened } from './changes.ts';

const people = fc.uniqueArray(
  fc.record({
    userId: fc.constantFrom('ana', 'ben', '__proto__', 'constructor'),
    status: fc.constantFrom('COMPLETE', 'INCOMPLETE'),
    submission: fc.option(fc.record({ at: fc.string(), snapshotId: fc.option(fc.string()) })),
  }),
  { selector: (person) => person.userId },
);

const state = fc.record({
  status: fc.constantFrom('SENT', 'APPROVED'),
  approval: fc.option(fc.record({ by: fc.string(), reason: fc.option(fc.string()) })),
  tasks: people,
  steps: fc.dictionary(fc.string(), fc.record({ runId: fc.string(), blockers: fc.option(fc.integer()) })),
  groups: fc.array(fc.integer(), { maxLength: 30 }),
  schools: fc.oneof(fc.constant('ALL'), fc.array(fc.string())),
});

describe('the changes that an audit entry holds', () => {
  it('replayed in order, lead from nothing to the present state', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 6 }), (history) => {
        const befores = [{}, ...history];
        const replayed = history.reduce<Record<string, unknown>>(
          (replay, after, step) => ({ ...applyChanges(replay, changesBetween(befores[step] ?? {}, after).after) }),
          {},
        );
        expect(replayed).toEqual(flattened(history.at(-1) ?? {}));
      }),
    );
  });

  it('name only what changed, person by person', () => {
    const before = {
      status: 'SENT',
      tasks: [
        { userId: 'ana', status: 'INCOMPLETE' },
        { userId: 'ben', status: 'COMPLETE' },
      ],
    };
    const after = {
      status: 'SENT',
      tasks: [
        { userId: 'ana', status: 'COMPLETE' },
        { userId: 'ben', status: 'COMPLETE' },
      ],
    };
    expect(changesBetween(before, after)).toEqual({
      before: { tasks: { ana: { status: 'INCOMPLETE' } } },
      after: { tasks: { ana: { status: 'COMPLETE' } } },
    });
  });

  it('hold a long list as count and digest', () => {
    const districts = Array.from({ length: 21 }, (_, index) => `2559${index}`);
    expect(changesBetween({}, { districts }).after['districts']).toMatchObject({ count: 21 });
  });
});

import { createHash } from 'node:crypto';
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

  it('hold a long list as count and digest, and one of twenty as it is', () => {
    const districts = Array.from({ length: 21 }, (_, index) => `2559${index}`);
    const sha256 = createHash('sha256').update(JSON.stringify(districts)).digest('hex');
    expect(changesBetween({}, { districts }).after).toEqual({ districts: { count: 21, sha256 } });
    expect(changesBetween({}, { districts: districts.slice(1) }).after).toEqual({ districts: districts.slice(1) });
  });

  it('hold of a text that somebody wrote freely its length and digest, never the text', () => {
    const confidential = 'Maria is ill';
    const sha256 = createHash('sha256').update(confidential).digest('hex');
    const after = { note: { confidential }, plain: { text: confidential.length } };
    expect(changesBetween({}, after).after).toEqual({
      note: { characters: 12, sha256 },
      plain: { text: 12 },
    });
    expect(JSON.stringify(changesBetween(after, {}))).not.toContain('Maria');
  });

  it.each([
    ['an empty list', []],
    ['a list of texts', ['ana']],
    ['a list in which not all are people', [{ userId: 'ana' }, { name: 'ben' }]],
    ['a list with nobody in it', [{ userId: 'ana' }, null]],
    ['people without a name that is a text', [{ userId: 7 }]],
    ['lists', [['ana']]],
  ])('hold %s as it is', (_what, list) => {
    expect(changesBetween({}, { list }).after).toEqual({ list });
  });

  it('say null for what came and for what went, and nothing of what was never there', () => {
    const before = { reason: 'so', none: null, absent: undefined };
    const after = { by: 'ana', none: undefined, absent: null };
    expect(changesBetween(before, after)).toEqual({
      before: { reason: 'so', by: null },
      after: { reason: null, by: 'ana' },
    });
  });
});

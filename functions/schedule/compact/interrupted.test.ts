import { beforeEach, describe, expect, test } from 'vitest';
import { aClosing, type Closing } from '../../../test/fakes/closing.ts';
import { publishDatamart } from '../../../shared/application/datamart/publish.ts';
import type { CompactionPorts } from '../../../shared/application/datamart/write-part.ts';
import { applyRetention } from '../../../shared/application/retention/apply-retention.ts';

const years = 7;
const nothing = { compacted: 0, unfinished: 0, skipped: 0 };

let closing: Closing;
let before: unknown;
beforeEach(async () => {
  closing = await aClosing();
  await closing.twoDistricts();
  before = await closing.shown();
  await closing.close();
});

const longAfter = () => closing.state.clock.advance((years * 366 + 2) * 24 * 3_600);
const retention = () => applyRetention(closing.state.ports, years);
const objects = () => [...closing.state.stored.keys()];
const datamart = () => objects().filter((key) => /^data\/(datamart|compacted)\//.test(key));

type When = 'before' | 'after';

/** The ports of a process that is ended at that call of something outside it. */
const dyingAt = (call: number, when: When): Pick<CompactionPorts, 'objects' | 'unitOfWork' | 'compactor'> => {
  let left = call;
  const wrapped =
    <Asked extends readonly unknown[], Answer>(work: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      left -= 1;
      const isLast = left === 0;
      if (isLast && when === 'before') throw new Error('ended here');
      const answer = await work(...asked);
      if (isLast) throw new Error('ended here');
      return answer;
    };
  const { objects: store, unitOfWork, compactor } = closing.ports;
  return {
    compactor: { compact: wrapped(compactor.compact) },
    unitOfWork: { ...unitOfWork, commit: wrapped(unitOfWork.commit) },
    objects: {
      ...store,
      putFile: wrapped(store.putFile),
      putText: wrapped(store.putText),
      replaceText: wrapped(store.replaceText),
      download: wrapped(store.download),
      fingerprint: wrapped(store.fingerprint),
      readText: wrapped(store.readText),
    },
  };
};

/** Until a round lives: dies at the first call, then at the second, and begins anew where a commit has got it further. */
const dieEverywhere = async (when: When): Promise<number> => {
  let deaths = 0;
  for (let call = 1; ; call += 1) {
    const recorded = await closing.compaction();
    const report = await closing.round(dyingAt(call, when)).catch(() => undefined);
    if (report !== undefined) return deaths;
    deaths += 1;
    expect(await closing.shown()).toEqual(before);
    if (recorded === null && (await closing.compaction()) !== null) call = 0;
  }
};

describe('A round that is ended', () => {
  test.each(['before', 'after'] as const)(
    '%s any of its calls leaves views that are right, and is made good',
    async (when) => {
      expect(await dieEverywhere(when)).toBeGreaterThanOrEqual(10);
      expect(await closing.compaction()).toMatchObject({ publishedAt: closing.state.clock.now() });
      expect(closing.listed()).toHaveLength(1);
      expect(await closing.shown()).toEqual(before);
      // One large object and its manifest, however often it was tried.
      expect(objects().filter((key) => key.includes('/compacted/'))).toHaveLength(2);
    },
  );
});

describe('A snapshot’s own list', () => {
  test('that was read before the close and is written after the compaction is put right by whoever wrote it', async () => {
    const { store, objects: there } = closing.state.ports;
    let compacted = false;
    const replaceText: typeof there.replaceText = async (...given) => {
      if (!compacted) {
        compacted = true;
        await closing.round();
      }
      await there.replaceText(...given);
    };
    await publishDatamart({ ...closing.state.ports, store, objects: { ...there, replaceText } }, closing.id);
    expect(closing.listed()).toHaveLength(1);
    expect(await closing.shown()).toEqual(before);
  });
});

describe('What the retention rule takes away', () => {
  test('is what was compacted as well; a legal hold keeps it', async () => {
    await closing.round();
    const hold = { body: { reason: 'Doe v. State' } };
    const event = `/v1/certification-events/${closing.event}`;
    await closing.state.ask('admin', 'POST', `${event}/legal-hold`, hold);
    longAfter();
    await retention();
    expect(await closing.shown()).toEqual(before);
    await closing.state.ask('admin', 'POST', `${event}/legal-hold/release`, hold);
    await retention();
    expect(datamart()).toEqual([]);
    expect(await retention()).toMatchObject({ finished: 1 });
  });

  test('is not compacted any more', async () => {
    longAfter();
    await retention();
    expect(await closing.round()).toEqual(nothing);
    expect(datamart()).toEqual([]);
  });

  test.each(['download', 'putText', 'replaceText'] as const)(
    'while it is being compacted is left, at %s too, and goes with the next round',
    async (name) => {
      longAfter();
      const there = closing.ports.objects;
      let begun = false;
      const call = async (...given: never[]) => {
        if (!begun) {
          begun = true;
          await retention();
        }
        return Reflect.apply(there[name], there, given);
      };
      const report = await closing.round({ objects: { ...there, [name]: call } });
      expect(report).toEqual({ ...nothing, skipped: 1 });
      await retention();
      expect(datamart()).toEqual([]);
      expect(await retention()).toMatchObject({ finished: 1 });
    },
  );
});

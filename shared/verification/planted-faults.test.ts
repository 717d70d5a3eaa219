import { describe, expect, test } from 'vitest';
import { plantedFaults } from '../../test/fakes/planted-faults.ts';
import { both, changed, entity, type Plant } from '../../test/fakes/planting.ts';
import { unsoundIn } from '../../test/fakes/sound.ts';
import { aWholeYear, type WholeYear } from '../../test/fakes/whole-year.ts';
import { invariants } from './register.ts';
import { inMemoryParts, verify } from './verify.ts';

let year: WholeYear;

test('a whole year leaves nothing unsound, published or closed', async () => {
  year = await aWholeYear();
  const world = { clock: year.state.clock, objects: year.state.ports.objects };
  expect(await unsoundIn(year.published, world)).toEqual([]);
  expect(await unsoundIn(year.closed, world)).toEqual([]);
});

describe('every invariant', () => {
  test('is there, by its number', () => {
    expect(invariants.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  test('has a fault planted for it', () => {
    const planted = new Set(plantedFaults.map(({ invariant }) => invariant));
    expect(invariants.filter(({ number }) => !planted.has(number))).toEqual([]);
  });

  test.each(plantedFaults)('$invariant notices that $fault', async ({ invariant, when, plant }) => {
    const rows = plant(year[when]);
    expect(rows).not.toEqual(year[when]);
    const { clock, ports } = year.state;
    const verdict = await verify(inMemoryParts(rows), { now: clock.now(), objects: ports.objects, live: true });
    expect(verdict.get(invariant)).not.toEqual([]);
  });
});

describe('what a newer revision or snapshot has made stale', () => {
  const attached = (step: string, over: object, status = 'SUPERSEDED'): Plant =>
    both(
      changed(
        entity('participant', ({ organizationId }) => organizationId === '255903'),
        { state: { steps: { [step]: { status: 'QUEUED', ...over } } } },
      ),
      changed(
        entity('run', (run) => run.step === step),
        { state: { status } },
      ),
    );
  const found = async (plant: Plant) => {
    const { clock, ports } = year.state;
    const world = { now: clock.now(), objects: ports.objects, live: true };
    return (await verify(inMemoryParts(plant(year.published)), world)).get(17);
  };

  test('may wait for a run that ended superseded or cancelled; what counts may not', async () => {
    expect(await found(attached('state-validation', { stale: true }))).toEqual([]);
    expect(await found(attached('state-validation', { stale: false }))).not.toEqual([]);
    expect(await found(attached('snapshot-validation', { snapshotId: 'snp_older' }))).toEqual([]);
    expect(await found(attached('snapshot-validation', {}))).not.toEqual([]);
    expect(await found(attached('state-validation', { stale: true }, 'CANCELLED'))).toEqual([]);
    expect(await found(attached('state-validation', { stale: false }, 'CANCELLED'))).not.toEqual([]);
    expect(await found(attached('state-validation', { stale: true }, 'FAILED'))).not.toEqual([]);
  });
});

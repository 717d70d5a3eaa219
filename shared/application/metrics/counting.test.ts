import { describe, expect, it } from 'vitest';
import { aPostOffice } from '../../../test/fakes/post-office.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';
import { aWholeYear } from '../../../test/fakes/whole-year.ts';
import { oldestUnsentSeconds } from './measures.ts';

const timesOf = ({ counted }: SmallState): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(counted, ({ metric }) => metric)].map(([metric, all]) => [metric, all.length] as const),
  );

const unsentSeconds = async ({ ports, clock }: SmallState): Promise<number> =>
  oldestUnsentSeconds(await ports.dueList.due(clock.now()), clock.now());

describe('What is counted', () => {
  it('of a certification event from its first save to its close is every step of it', async () => {
    const { state } = await aWholeYear();
    expect(timesOf(state)).toEqual({
      CertificationEventsCreated: 1,
      PublicationsBegun: 1,
      PublicationsCompleted: 1,
      ParticipantsCreated: 2,
      SnapshotsRequested: 2,
      SnapshotsTaken: 2,
      SnapshotDuration: 2,
      RunsQueued: 6,
      RunsStarted: 6,
      RunWait: 6,
      RunsCompleted: 6,
      RunDuration: 6,
      CertificationsSent: 2,
      RecertificationsRequired: 1,
      CertificationsApproved: 2,
      RecertificationsRequested: 1,
      RecertificationRequestsEnded: 1,
      CertificationEventsClosed: 1,
    });
  });

  it('is a refused command too, by its code, and nothing of what it would have done', async () => {
    const state = await aSmallState('2026-05-05');
    const id = await publishTardiness(state);
    const before = state.counted.length;
    const path = `/v1/certifications/${id}/255903`;
    await state.ask('ana', 'POST', `${path}/submit`, { body: { attestation: { name: 'Ana', accepted: true } } });
    expect(state.counted.slice(before)).toEqual([
      { metric: 'CommandsRefused', value: 1, kind: expect.stringMatching(/^[A-Z_]+$/) },
    ]);
  });

  it('is how long a run waited and took, in seconds', async () => {
    const state = await aSmallState('2026-05-05');
    const id = await publishTardiness(state);
    const path = `/v1/certifications/${id}/255903`;
    await state.ask('ana', 'POST', `${path}/start`, { body: {} });
    const run = await state.ask('ana', 'POST', `${path}/steps/district-validation/runs`, { body: {} });
    state.clock.advance(75);
    await state.validate(run.body.id);
    expect(state.counted.filter(({ metric }) => metric === 'RunWait').map(({ value }) => value)).toEqual([75]);
  });

  it('is how long the oldest message has waited that should have left', async () => {
    const state = await aSmallState('2026-05-05');
    await publishTardiness(state);
    state.clock.advance(600);
    expect(await unsentSeconds(state)).toBe(600);
    await aPostOffice(state).quiet();
    expect(await unsentSeconds(state)).toBe(0);
  });
});

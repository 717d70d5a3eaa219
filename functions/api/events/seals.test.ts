import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { sealChains } from '../../../shared/application/audit/seal-chains.ts';
import { sealAll } from '../../../shared/application/sweep/seal-all.ts';
import { certificationEventId } from '../../../shared/kernel/ids.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let event: string;

beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  event = await publishTardiness(state);
});

const seals = async () => (await state.ask('april', 'GET', `/v1/certification-events/${event}/audit/seals`)).body.items;

/** The root from the heads in the locked object, worked out by hand. */
const rootByHand = (heads: readonly { chain: string; sequence: number; hash: string }[]): string => {
  const hash = (first: number, ...parts: readonly (string | Buffer)[]) =>
    parts.reduce((sum, part) => sum.update(part), createHash('sha256').update(Buffer.from([first]))).digest();
  let level = heads.map((head) => hash(0, `${head.chain}\n${head.sequence}\n${head.hash}`));
  while (level.length > 1)
    level = level.flatMap((left, index) => {
      const right = level[index + 1];
      if (index % 2 === 1) return [];
      return [right === undefined ? left : hash(1, left, right)];
    });
  return level[0]?.toString('hex') ?? '';
};

describe('the audit of a certification event', () => {
  test('is sealed by the hour while something happens, and not while nothing does', async () => {
    expect(await sealAll(state.ports)).toEqual({ sealed: 1, failed: 0 });
    expect(await sealAll(state.ports)).toEqual({ sealed: 0, failed: 0 });
    await state.ask('ana', 'POST', `/v1/certifications/${event}/255903/start`, { body: {} });
    expect(await sealAll(state.ports)).toEqual({ sealed: 1, failed: 0 });
    const [first, second] = await seals();
    expect(second).toMatchObject({ sequence: 2, reason: 'HOURLY', previousHash: first.hash });
    expect(second.entries).toBeGreaterThan(first.entries);
  });

  test('is sealed over the head of every chain, which lie in the locked bucket', async () => {
    await sealAll(state.ports);
    const [seal] = await seals();
    const [[, content] = ['', Buffer.from('{}')]] = [...state.stored].filter(([key]) => key.includes('seals/'));
    const { heads, ...locked } = JSON.parse(content.toString());
    expect(seal).toMatchObject(locked);
    expect(rootByHand(heads)).toBe(seal.root);
    const trail = (await state.ask('april', 'GET', `/v1/certification-events/${event}/audit`, { query: 'limit=200' }))
      .body;
    const chains = new Set(trail.items.map(({ chain }: { chain: string }) => chain));
    expect(new Set(heads.map(({ chain }: { chain: string }) => chain))).toEqual(chains);
    expect(seal.entries).toBe(trail.items.length);
  });

  test('is read from the last seal on: hours later only what is new, and the seal is over everything', async () => {
    state.clock.advance(3600);
    await sealAll(state.ports);
    state.clock.advance(2 * 3600);
    await state.ask('ana', 'POST', `/v1/certifications/${event}/255903/start`, { body: {} });
    const read: number[] = [];
    const { auditOf } = state.ports.store;
    state.ports.store.auditOf = async (...asked) => {
      const page = await auditOf(...asked);
      read.push(page.items.length);
      return page;
    };
    await sealAll(state.ports);
    const [first, second] = await seals();
    expect(read).toEqual([second.entries - first.entries]);
    const locked = [...state.stored].find(([key]) => key.includes(`/000002-${second.hash}`))?.[1].toString() ?? '{}';
    expect(rootByHand(JSON.parse(locked).heads)).toBe(second.root);
    expect(JSON.parse(locked).heads).toHaveLength(second.chains);
    expect(second.chains).toBeGreaterThanOrEqual(first.chains);
  });

  test('is not sealed on over heads that are not those that were sealed', async () => {
    await sealAll(state.ports);
    const [name = '', content = Buffer.from('')] = [...state.stored].find(([key]) => key.includes('seals/')) ?? [];
    state.stored.set(name, Buffer.from(content.toString().replace('"sequence":1', '"sequence":7')));
    state.clock.advance(2 * 3600);
    await state.ask('ana', 'POST', `/v1/certifications/${event}/255903/start`, { body: {} });
    expect(await sealAll(state.ports)).toEqual({ sealed: 0, failed: 1 });
  });

  test('is sealed for good after the close, once', async () => {
    await state.ask('admin', 'POST', `/v1/certification-events/${event}/close`, {
      body: { comment: 'x', confirm: true },
    });
    const asked = [...state.data.outbox.values()].map(({ row }) => row.message);
    expect(asked).toContainEqual({ type: 'SEAL_AUDIT', certificationEventId: event });
    await sealChains(state.ports, certificationEventId(event), 'CLOSED');
    await sealChains(state.ports, certificationEventId(event), 'CLOSED');
    expect(await sealAll(state.ports)).toEqual({ sealed: 0, failed: 0 });
    expect(await seals()).toMatchObject([{ sequence: 1, reason: 'CLOSED' }]);
  });

  test('shows its seals to staff who may read it', async () => {
    const path = `/v1/certification-events/${event}/audit/seals`;
    expect((await state.ask('nobody', 'GET', path)).status).toBe(403);
    expect((await state.ask('ana', 'GET', path)).status).toBe(403);
    expect((await state.ask('admin', 'GET', path)).body).toMatchObject({ items: [], total: 0 });
  });
});

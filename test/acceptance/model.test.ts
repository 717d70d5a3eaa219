import { beforeAll, expect, it } from 'vitest';
import { useSystem } from '../harness/system.ts';
import { proveChorus } from '../model/play/chorus.ts';
import { seedsOverHttp } from '../model/play/seeds.ts';
import { makePlaces } from '../model/system/places-over-http.ts';
import type { Place } from '../model/system/played.ts';
import { Edges } from '../model/workflow/edges.ts';

const system = useSystem();
const seeds = seedsOverHttp();
let places: readonly Place[] = [];

const placesMadeWithinMs = 300_000;
const playedWithinMs = 900_000;

beforeAll(async () => {
  places = await makePlaces(
    system,
    seeds.map((seed) => `Sequence ${seed}`),
  );
}, placesMadeWithinMs);

it(
  `Text and product agree over HTTP in the sequences ${seeds[0] ?? ''} to ${seeds.at(-1) ?? ''}`,
  async () => {
    const edges = new Edges();
    const commands = await proveChorus(system, seeds, places, edges);
    console.log(`${commands} commands over HTTP\n${edges.text()}`);
    expect(commands).toBeGreaterThan(10 * seeds.length);
  },
  playedWithinMs,
);

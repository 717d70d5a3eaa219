import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../shared/contracts/operations.ts';
import { useSystem } from '../harness/system.ts';
import { askEverybody, isAsked } from '../rights/ask.ts';
import { type Asker, askersOf } from '../rights/askers.ts';
import { listedTo, listingsOf } from '../rights/lists.ts';
import { questions } from '../rights/questions.ts';
import { setTheStage, type StageIds } from '../rights/stage.ts';
import { thingsOn } from '../rights/things.ts';
import type { Person } from '../story/client.ts';
import { expectStatus, listAt, textAt } from '../story/read.ts';

const system = useSystem();
let stage: StageIds;
let askers: readonly Asker[] = [];

beforeAll(async () => {
  const { ids, leaver } = await setTheStage(system);
  stage = ids;
  askers = await askersOf(system, leaver);
}, 300_000);

const idsIn = async (person: Person, path: string): Promise<readonly string[]> =>
  listAt(expectStatus(await person.get(`${path}?limit=200`), 200), 'items').map((row) => textAt(row, 'id'));

describe('A list shows everybody exactly the rows that he may open, and nobody else’s', () => {
  it('of organizations, people, categories and certifications', async () => {
    const listings = await listingsOf(await system.as('state-admin'));
    expect(listings.map(({ all }) => all.length > 3)).toEqual(listings.map(() => true));
    for (const listing of listings)
      for (const asker of askers.filter(({ always }) => always === null)) {
        const { found, expected } = await listedTo(asker, listing);
        expect(found, `${listing.path} to ${asker.name}`).toEqual(expected);
      }
  });

  it('of messages', async () => {
    const inboxes = askers.filter(({ always }) => always === null).map(({ person }) => idsIn(person, '/v1/alerts'));
    const all = (await Promise.all(inboxes)).flat();
    expect(all.length).toBeGreaterThan(10);
    expect(new Set(all).size).toBe(all.length);
  });

  it('of members, to the state of all districts and to a district of its own', async () => {
    const path = `/v1/categories/${stage.categories.attendance}/local-members?limit=200`;
    const districts = async (name: string) => {
      const rows = listAt(expectStatus(await (await system.as(name)).get(path), 200), 'items');
      return [...new Set(rows.map((row) => row['districtId']))].toSorted();
    };
    expect(await districts('state-admin')).toEqual(['255901', '255903']);
    expect(await districts('bear-creek-admin')).toEqual(['255903']);
    expect(await districts('grand-bend-admin')).toEqual(['255901']);
  });

  it('of runs: those of the state are nowhere among the district’s', async () => {
    const district = await system.as('bear-creek-certifier');
    const own = await idsIn(district, `/v1/certifications/${stage.events.running}/255903/runs`);
    expect(own).toContain(stage.runs.bearCreek);
    expect(own).not.toContain(stage.runs.ofState);
    const approver = await system.as('state-approver');
    const ofState = await idsIn(approver, `/v1/certification-events/${stage.events.running}/participants/255903/runs`);
    expect(ofState).toEqual([stage.runs.ofState]);
  });
});

describe('Every operation, asked by everybody about everything over HTTP, answers as the text says', () => {
  it.each(operations.filter(isAsked))('$operationId', async (operation) => {
    const things = thingsOn(stage)[questions[operation.operationId].about];
    const cells = await askEverybody(askers, operation, things);
    const differences = cells
      .filter(({ expected, got }) => got !== expected)
      .map(({ asker, thing, expected, got }) => `${asker} on ${thing}: ${got}, not ${expected}`);
    expect(differences).toEqual([]);
    const absent = new Set(cells.filter(({ got }) => got === '404 NOT_FOUND').map(({ told }) => told));
    expect(absent.size, 'what is foreign and what is not there look the same').toBeLessThanOrEqual(1);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { addressesIn } from '../harness/addresses.ts';
import { plantsIn } from '../harness/plants.ts';
import { readable } from '../harness/readable.ts';
import { useSystem } from '../harness/system.ts';
import { tracesOf } from '../harness/traces.ts';
import { bearCreek, publishNew } from '../story/certification-event.ts';
import type { Json } from '../story/client.ts';
import { deliver, seedFile } from '../story/deliver.ts';
import { expectStatus, listAt, textAt } from '../story/read.ts';
import { generateReport, openReport, snapshotValidated, start, type Work } from '../story/steps.ts';

/*
 * Students with a name and an id that stand nowhere else go through everything the product does with rows, right and wrong.
 * They may be met in files, findings and reports, and nowhere else.
 */
const name = 'Quetzalcanary';
const id = 'CANARY-77310';
const canaries = [name, id];

const system = useSystem();
const admin = () => system.as('state-admin');
const certifier = () => system.as('bear-creek-certifier');

const marked = (students: string): string =>
  students
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.stringify({ ...Object(JSON.parse(line)), lastSurname: name }))
    .join('\n');

const rule = (code: string, sql: string): object => ({
  code,
  name: `Rule ${code}`,
  severity: 'WARNING',
  kind: 'FINDINGS',
  level: 'DISTRICT',
  datasets: ['students'],
  sql,
  message: 'A rule that meets names.',
});

const naming = 'SELECT studentUniqueId AS "State ID", lastSurname AS "Name" FROM students';
// The engine's own message would quote the value that is no number.
const converting = 'SELECT studentUniqueId AS "State ID" FROM students WHERE CAST(lastSurname AS INTEGER) > 0';

const results = (run: Json): ReadonlyMap<unknown, unknown> =>
  new Map(listAt(run, 'summary').map((one) => [one['ruleCode'], one['outcome']]));

describe('A student with a name of his own', () => {
  let work: Work;
  let run: Json;

  beforeAll(async () => {
    const person = await admin();
    const rules = [];
    for (const [code, sql] of [
      ['NAM001', naming],
      ['NAM002', converting],
    ] as const)
      rules.push({ ruleId: textAt(expectStatus(await person.post('/v1/rules', rule(code, sql)), 201), 'id') });
    const group = { name: 'Names', level: 'DISTRICT', active: true, rules };
    const groupId = textAt(expectStatus(await person.post('/v1/validation-groups', group), 201), 'id');
    const dataLinks = [{ type: 'VALIDATION_GROUP', groupId }];
    work = { eventId: await publishNew(person, { name: 'Names', dataLinks }), orgId: bearCreek };
  });

  it('is in a file that is refused without being quoted', async () => {
    const lines = [
      JSON.stringify({ studentUniqueId: id, firstName: 'A', lastSurname: name, birthDate: name }),
      JSON.stringify({ studentUniqueId: id, firstName: name, lastSurname: name, birthDate: '2013-11-13' }),
      `{"studentUniqueId": "${id}", "lastSurname": "${name}`,
    ];
    const upload = await deliver(await certifier(), bearCreek, 'students', lines.join('\n'));
    expect(upload['status']).toBe('REFUSED');
    expect(listAt(upload, 'problems').length).toBeGreaterThan(1);
    for (const canary of canaries) expect(JSON.stringify(upload)).not.toContain(canary);
  });

  it('is found by one rule, breaks another, and is read in every format of the report', async () => {
    const person = await certifier();
    const upload = await deliver(person, bearCreek, 'students', marked(await seedFile('bear-creek', 'students')));
    expect(upload['status']).toBe('ACCEPTED');
    expectStatus(await start(person, work), 200);
    run = await generateReport(person, work, 'district-validation');
    expect(results(run)).toEqual(
      new Map([
        ['NAM001', 'FINDINGS'],
        ['NAM002', 'ERRORED'],
      ]),
    );
    expect(JSON.stringify(run)).not.toContain(name);
    for (const format of ['html', 'csv', 'json', 'xlsx', 'pdf']) await openReport(person, textAt(run, 'id'), format);
    expect(await openReport(person, textAt(run, 'id'), 'csv')).toContain(name);
    const found = expectStatus(await person.get(`/v1/runs/${textAt(run, 'id')}/findings?limit=5`), 200);
    expect(JSON.stringify(found)).toContain(name);
  });

  it('is in a snapshot, and in what the state tries out', async () => {
    await snapshotValidated(await certifier(), work);
    const body = { organizationId: bearCreek, lane: 'DISTRICT', reportingYear: 2022 };
    const tried = expectStatus(await (await admin()).post('/v1/rules/check', { ...body, sql: naming }), 200);
    expect(JSON.stringify(tried)).toContain(name);
    const refused = await (await admin()).post('/v1/rules/check', { ...body, sql: converting });
    expect(JSON.stringify(refused.body)).not.toContain(name);
    expectStatus(await (await certifier()).get(`/v1/organizations/${bearCreek}/reconciliation`), 200);
  });

  it('is told by no log, history, schedule, message, address, name of an object, alert, mail or row of the table', async () => {
    await system.atRest();
    const telling: string[] = [];
    const aboutTheEvent: string[] = [];
    const aboutTheRun: string[] = [];
    for await (const [place, text] of tracesOf(system)) {
      const read = readable(text);
      if (canaries.some((canary) => read.includes(canary))) telling.push(place);
      if (text.includes(work.eventId)) aboutTheEvent.push(place.replace(/^(table [A-Z]+)#.*/, '$1'));
      if (text.includes('POST /v1/rules/check')) aboutTheEvent.push(place);
      if (text.includes(textAt(run, 'id'))) aboutTheRun.push(place);
    }
    expect(telling).toEqual([]);
    // Where one would look for a name, one finds what it went through.
    expect([...new Set(aboutTheRun)]).toEqual(
      expect.arrayContaining([
        'queue attest-dev-run',
        'request to the origin',
        'request to AWS',
        'address in an answer',
        'names of objects REPORTS_BUCKET',
        expect.stringMatching(/^table DISCLOSURES#\S+ SHOWN#/),
      ]),
    );
    expect([...new Set(aboutTheEvent)]).toEqual(
      expect.arrayContaining([
        'attest-dev-api-validation.log',
        'executions.jsonl',
        'table EVT',
        'table OUTBOX',
        'mail',
      ]),
    );
  });
});

/* The search itself: what it would find. Here the words are put where no product of ours puts them. */
describe('A word that stands where no student may stand', () => {
  const placesOf = async (word: string): Promise<readonly string[]> => {
    const places: string[] = [];
    for await (const [place, text] of tracesOf(system)) if (readable(text).includes(word)) places.push(place);
    return places;
  };

  it.each([
    ['log', 'Plantedinalog', 'attest-dev-api-events.log'],
    ['history', 'Plantedinahistory', 'executions.jsonl'],
    ['schedule', 'Plantedinaschedule', 'schedules.jsonl'],
    ['row', 'Plantedinarow', 'table PLANT#1 PLANT'],
    ['deadLetter', 'Plantedinadeadletter', 'queue attest-dev-outbox-dead'],
    ['attribute', 'Plantedinanattribute', 'queue attest-dev-outbox-dead'],
    ['object', 'Plantedinanotification', 'queue attest-dev-ingest'],
    ['object', 'Plantedinanalert', /^table USER#\S+ ALERT/],
    ['object', 'Plantedinakey', 'names of objects UPLOADS_BUCKET'],
    ['address', 'Plantedinanaddress', 'request to AWS'],
    ['request', 'Plantedinacursor', 'request to the origin'],
    ['mail', 'Plantedinamail', 'mail'],
  ] as const)('is found there: %s %s', async (way, word, place) => {
    const plants = plantsIn(system);
    await plants[way](word);
    await system.atRest();
    const places = await placesOf(word);
    await plants.clear();
    expect(places).toContainEqual(typeof place === 'string' ? place : expect.stringMatching(place));
  });

  it('is found in a presigned address that nobody has used', () => {
    const address = 'https://s3.example.org/r/a.csv?X-Amz-Date=1&X-Amz-Signature=0f&name=Planted%20word';
    const given = addressesIn(JSON.stringify({ url: address, next: 'https://example.org/Planted' }));
    expect(given).toEqual([address]);
    expect(given.map(readable).join()).toContain('Planted word');
  });
});

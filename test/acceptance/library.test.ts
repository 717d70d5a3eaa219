import { describe, expect, it } from 'vitest';
import { bucketOf } from '../harness/objects.ts';
import { useSystem } from '../harness/system.ts';
import { alertWith } from '../story/alerts.ts';
import { bearCreek, createOpen, published } from '../story/certification-event.ts';
import type { Json, Person } from '../story/client.ts';
import { seedFile } from '../story/deliver.ts';
import { expectStatus, jsonAt, listAt, refusalOf, textAt } from '../story/read.ts';
import { generateReport } from '../story/steps.ts';
import { until } from '../story/until.ts';

const system = useSystem();
const admin = () => system.as('state-admin');

const leftEarly = {
  code: 'LIB001',
  name: 'Left before the end of the year',
  severity: 'WARNING',
  kind: 'FINDINGS',
  level: 'DISTRICT',
  datasets: ['studentSchoolAssociations'],
  sql: `SELECT studentUniqueId AS "State ID", exitWithdrawDate AS "Exit Date"
    FROM studentSchoolAssociations, certification
    WHERE exitWithdrawDate < school_year_end - CAST($days AS INTEGER)`,
  parameters: [{ name: 'days', type: 'NUMBER', default: 0 }],
  message: 'The student left before the year ended.',
};

const check = (person: Person, body: object) =>
  person.post('/v1/rules/check', { organizationId: bearCreek, lane: 'STATE', reportingYear: 2022, ...body });

const resultOf = (run: Json): Json => {
  const found = listAt(run, 'summary').find((one) => one['ruleCode'] === leftEarly.code);
  if (found === undefined) throw new Error('the rule was not run');
  return found;
};

describe('A rule of the state', () => {
  it('is tried on real rows, refused with a reason that helps, written, linked and published', async () => {
    const person = await admin();
    const tried = expectStatus(await check(person, { sql: leftEarly.sql, parameters: leftEarly.parameters }), 200);
    expect(tried).toMatchObject({ outcome: 'FINDINGS', datasets: ['studentSchoolAssociations'], asOf: '2021-09-01' });
    expect(listAt(tried, 'sample')[0]).toHaveProperty('State ID');

    const wrong = await check(person, { sql: `SELECT * FROM read_csv('/etc/passwd')` });
    expect([refusalOf(wrong), jsonAt(wrong.body, 'facts')['reason']]).toEqual([
      '422 RULE_REFUSED',
      'RULE_TABLE_FUNCTION',
    ]);
    expect(refusalOf(await person.post('/v1/rules', { ...leftEarly, sql: 'DROP VIEW students' }))).toBe(
      '422 RULE_REFUSED',
    );

    const rule = expectStatus(await person.post('/v1/rules', leftEarly), 201);
    expect(refusalOf(await person.post('/v1/rules', leftEarly))).toBe('409 CODE_TAKEN');
    const group = expectStatus(
      await person.post('/v1/validation-groups', {
        name: 'Leavers',
        level: 'DISTRICT',
        active: true,
        rules: [{ ruleId: rule['id'] }],
      }),
      201,
    );
    const dataLinks = [{ type: 'VALIDATION_GROUP', groupId: group['id'] }];
    const eventId = textAt(await createOpen(person, { name: 'Leavers', dataLinks }), 'id');
    expectStatus(await person.post(`/v1/certification-events/${eventId}/publish`, {}), 202);
    await published(person, eventId);
    const certifier = await system.as('bear-creek-certifier');
    const work = { eventId, orgId: bearCreek };
    const first = resultOf(await generateReport(certifier, work, 'district-validation'));
    expect(first).toMatchObject({ outcome: 'FINDINGS', count: tried['count'], severity: 'WARNING' });

    // A newer version is offered, and changes nothing until somebody publishes it.
    const newer = { severity: 'INFO', reason: 'Only to look at.' };
    expectStatus(await person.post(`/v1/rules/${textAt(rule, 'id')}/versions`, newer), 201);
    const shown = expectStatus(await person.get(`/v1/certification-events/${eventId}`), 200);
    expect(listAt(shown, 'dataLinks')[0]).toMatchObject({ updateAvailable: true });
    expect(resultOf(await generateReport(certifier, work, 'district-validation'))).toEqual(first);
    const log = listAt(expectStatus(await person.get(`/v1/rules/${textAt(rule, 'id')}`), 200), 'changeLog');
    expect(log[0]).toMatchObject({ severityBefore: 'WARNING', severity: 'INFO', reason: 'Only to look at.' });
  });

  it('is written by nobody of a district', async () => {
    const person = await system.as('bear-creek-admin');
    expect(refusalOf(await person.post('/v1/rules', leftEarly))).toBe('403 FORBIDDEN');
    expect(refusalOf(await check(person, { sql: 'SELECT * FROM students' }))).toBe('403 FORBIDDEN');
  });
});

describe('A dataset of the state', () => {
  it('is declared, widened, and given to programs, people and clerks', async () => {
    const person = await admin();
    const declared = {
      name: 'studentTransport',
      title: 'Transport',
      columns: [
        { name: 'studentUniqueId', type: 'string', required: true },
        { name: 'miles', type: 'decimal', required: false },
      ],
      key: ['studentUniqueId'],
      schoolThrough: { dataset: 'studentSchoolAssociations', column: 'studentUniqueId' },
    };
    const made = expectStatus(await person.post('/v1/datasets', declared), 201);
    expect(made).toMatchObject({ id: 'studentTransport', version: 1 });
    const path = '/v1/datasets/studentTransport';
    const put = (columns: readonly object[], headers = { 'if-match': '"1"' }) =>
      person.send('PUT', path, { body: { ...declared, columns }, headers });
    const stop = { name: 'stop', type: 'string', required: true };
    const asked = await put([...declared.columns, stop]);
    expect(refusalOf(asked)).toBe('409 CONFIRMATION_REQUIRED');
    const widened = await put([...declared.columns, { ...stop, required: false }]);
    expect([widened.headers.get('etag'), expectStatus(widened, 200)['version']]).toEqual(['"2"', 2]);
    expect(expectStatus(await person.get(`${path}?version=1`), 200)['columns']).toHaveLength(2);
    const clerk = await system.as('bear-creek-certifier');
    const template = await fetchText(clerk, `${path}?format=csv`);
    expect(template).toBe('studentUniqueId,miles,stop\r\n');
    expect(await fetchText(clerk, `${path}?format=html`)).toContain('<h1>Transport (studentTransport)</h1>');
    expect(JSON.parse(await fetchText(clerk, `${path}?format=schema`))).toMatchObject({
      required: ['studentUniqueId'],
    });
  });
});

/** A file answered by the API, as it is. */
const fetchText = async (person: Person, path: string): Promise<string> => (await person.get(path)).text;

describe('A file that the state’s pipeline drops', () => {
  const drop = (key: string, content: string) => bucketOf(system, 'UPLOADS_BUCKET').put(key, content);
  const dataOf = async (person: Person) => {
    const data = expectStatus(await person.get(`/v1/organizations/${bearCreek}/data`), 200);
    return listAt(data, 'datasets').find((one) => one['dataset'] === 'students');
  };

  it('becomes the state’s copy of its district without anybody asking', async () => {
    const person = await admin();
    const rows = (await seedFile('bear-creek', 'students')).trimEnd().split('\n');
    await drop(`drop/state/full/${bearCreek}/students/nightly.ndjson`, rows.slice(1).join('\n'));
    const lanes = await until('the dropped file to be taken', async () => {
      const found = await dataOf(person);
      return found?.['stateFrom'] === 'PIPELINE' ? found : undefined;
    });
    expect(jsonAt(lanes, 'state')['rows']).toBe(rows.length - 1);
    expect(jsonAt(lanes, 'district')['rows']).toBe(rows.length);
  });

  it('for nobody becomes nothing, and the state is told why', async () => {
    const person = await admin();
    await drop('drop/district/full/999999/students/wrong district.csv', 'studentUniqueId\n1\n');
    expect(await alertWith(person, 'wrong district.csv')).toContain('there is no such district');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { tellStory } from '../demo/story.ts';
import { bucketOf } from '../harness/objects.ts';
import { useSystem } from '../harness/system.ts';
import { bearCreek, grandBend } from '../story/certification-event.ts';
import type { Json } from '../story/client.ts';
import { expectStatus, listAt, textAt } from '../story/read.ts';
import { start } from '../story/steps.ts';

const system = useSystem();
const told: string[] = [];
let reports: ReadonlyMap<string, string> = new Map();
let closed: Json = {};
let eventId = '';

beforeAll(async () => {
  reports = await tellStory(system.origin, (line) => told.push(line));
  const admin = await system.as('state-admin');
  [closed = {}] = listAt(expectStatus(await admin.get('/v1/certification-events?status=CLOSED'), 200), 'items');
  eventId = textAt(closed, 'id');
  await system.atRest();
}, 600_000);

const count = <Value>(values: readonly Value[], value: Value): number => values.filter((one) => one === value).length;

const runsOf = async (name: string, orgId: string): Promise<readonly Json[]> =>
  listAt(expectStatus(await (await system.as(name)).get(`/v1/certifications/${eventId}/${orgId}/runs`), 200), 'items');

/** The rows of a report's table, each as its cells. */
const tableOf = (report: string, heading: string): { readonly columns: string[]; readonly rows: string[][] } => {
  const section = report.split('<section ').find((one) => one.includes(`>${heading}</h2>`)) ?? '';
  const cells = (part: string, tag: string) =>
    [...part.matchAll(new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`, 'g'))].map(([, text = '']) => text);
  const [, ...rows] = section.split('<tr>');
  return { columns: cells(section, 'th'), rows: rows.map((row) => cells(row, 'td')).filter((row) => row.length > 0) };
};

describe('The story of one certification, told over HTTP by five people', () => {
  it('ends closed, with an audit trail that replays to the same state', () => {
    expect(told.at(-1)).toContain('every chain whole, the replay ends where the table stands');
    expect(closed).toMatchObject({ name: 'Student Tardiness', status: 'CLOSED', reportingYearLabel: '21-22' });
  });

  it('shows Bear Creek exactly the two exits before entry that stand in its data', async () => {
    const { columns, rows } = tableOf(reports.get('bear-creek-blocked.html') ?? '', 'ENR002 Exit before entry');
    const students = rows.map((row) => row[columns.indexOf('State ID')]);
    expect(students.toSorted()).toEqual(['805260', '805522']);
    const blocked = (await runsOf('bear-creek-certifier', bearCreek)).find((run) =>
      listAt(run, 'summary').some((rule) => rule['severity'] === 'FATAL' && rule['outcome'] === 'FINDINGS'),
    );
    const reviewer = await system.as('bear-creek-reviewer');
    const fatal = await reviewer.get(`/v1/runs/${textAt(blocked ?? {}, 'id')}/findings?severity=FATAL`);
    expect(listAt(expectStatus(fatal, 200), 'items').map((item) => item['ruleCode'])).toEqual(['ENR002', 'ENR002']);
  });

  it('lists every tardy student of Grand Bend, 66 events in sum', () => {
    const { columns, rows } = tableOf(
      reports.get('grand-bend-district-validation.html') ?? '',
      'ATT003 Student Tardiness',
    );
    expect(columns.slice(0, 5)).toEqual(['District', 'District #', 'School', 'School #', 'State ID']);
    const sum = rows.reduce((total, row) => total + Number(row[columns.indexOf('Tardies')]), 0);
    expect(sum).toBe(66);
    expect(new Set(rows.map((row) => row[columns.indexOf('District #')]))).toEqual(new Set([grandBend]));
  });

  it('names reports by certification event, school and step', async () => {
    const titles = (await runsOf('grand-bend-certifier', grandBend)).map((run) => textAt(run, 'title'));
    const { number } = closed;
    expect(titles.toSorted()).toEqual([1, 2, 3].map((step) => `Student Tardiness DC ${String(number)}.0.${step}`));
  });

  it('writes a certificate for each participant that was approved', async () => {
    const data = bucketOf(system, 'DATA_BUCKET');
    for (const [orgId, round] of [
      [grandBend, 1],
      [bearCreek, 2],
    ] as const) {
      const keys = await data.keys(`certificates/${eventId}/${orgId}/`);
      expect(keys).toHaveLength(1);
      const certificate: unknown = JSON.parse(await data.text(keys[0] ?? ''));
      expect(certificate).toMatchObject({
        participant: { organizationId: orgId, round },
        approval: { by: 'state-approver', notCertified: false },
        submissions: [{ submission: { signedName: 'Cora Example' } }],
        snapshot: {
          id: expect.stringMatching(/^snp_/),
          contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
          manifest: { key: expect.stringContaining(`/${orgId}/`), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        },
        approvalHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    }
  });

  it.each([
    ['grand-bend-certifier', { published: 1, approved: 1, sentBack: 0 }],
    ['grand-bend-reviewer', { published: 1, approved: 1, sentBack: 0 }],
    ['bear-creek-certifier', { published: 1, approved: 1, sentBack: 1 }],
    ['bear-creek-reviewer', { published: 1, approved: 1, sentBack: 1 }],
  ])('tells %s of each occasion exactly once', async (name, occasions) => {
    const alerts = await system.alertsOf(name, eventId);
    expect({
      published: count(alerts, 'The State of MT published a Data Certification Event: Student Tardiness'),
      approved: count(
        alerts,
        'The State of MT approved the certification for Data Certification Event: Student Tardiness',
      ),
      sentBack: count(
        alerts,
        'The State of MT requested a recertification for Data Certification Event: Student Tardiness',
      ),
    }).toEqual(occasions);
    expect(count(alerts, 'The State of MT closed the Data Certification Event: Student Tardiness')).toBe(1);
  });

  it.each(['state-approver', 'state-reviewer'])('tells %s of each of the three sendings once', async (name) => {
    const sendings = (await system.alertsOf(name, eventId)).filter((text) => text.includes('sent its certification'));
    expect(sendings).toHaveLength(3);
    expect(sendings.filter((text) => text.startsWith('Bear Creek'))).toHaveLength(2);
  });

  it('tells the certifier of each finished report once: three in round one, and two in round two', async () => {
    const alerts = await system.alertsOf('bear-creek-certifier', eventId);
    const title = `The report Student Tardiness DC ${String(closed['number'])}.0`;
    expect([1, 2].map((step) => count(alerts, `${title}.${step} is complete`))).toEqual([3, 2]);
  });

  it('leaves no flow running', async () => {
    const open = (await system.executionsOf(eventId)).filter((one) => one['status'] !== 'SUCCEEDED');
    expect(open).toEqual([]);
  });
});

describe('The worklist speaks the product’s words', () => {
  const rows = async (query = '') =>
    listAt(
      expectStatus(await (await system.as('grand-bend-certifier')).get(`/v1/certifications${query}`), 200),
      'items',
    );

  it('before and after Start is pressed', async () => {
    const [open] = await rows();
    expect(open).toMatchObject({
      eventName: 'Student Tardiness',
      schoolName: null,
      reportingYearLabel: '21-22',
      userStatusLabel: 'Open',
      eventStatusLabel: 'In Progress',
      action: 'START_CERTIFICATION',
    });
    const work = { eventId: textAt(open ?? {}, 'eventId'), orgId: grandBend };
    expectStatus(await start(await system.as('grand-bend-certifier'), work), 200);
    expect(await rows()).toMatchObject([
      { userStatusLabel: 'Certification Incomplete', action: 'CONTINUE_CERTIFICATION' },
    ]);
  });

  it('in the archive of what is closed', async () => {
    expect(await rows('?archived=true')).toMatchObject([
      {
        eventId,
        userStatusLabel: 'Certification Complete',
        eventStatusLabel: 'Certification Approved by State',
        action: 'VIEW',
      },
    ]);
  });
});

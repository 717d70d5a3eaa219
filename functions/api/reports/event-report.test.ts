import { inflateRawSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let event: string;

beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  event = await publishTardiness(state);
});

const report = (query = '', user = 'april') =>
  state.ask(user, 'GET', `/v1/certification-events/${event}/report`, { query });

const file = async (format: string): Promise<Buffer> => {
  const { body, headers, status } = await report(`format=${format}&includeReviewers=true`);
  expect({ status, disposition: headers['content-disposition'] }).toMatchObject({
    status: 200,
    disposition: expect.stringContaining(`.${format}"`),
  });
  expect(headers).toMatchObject({ 'content-security-policy': 'sandbox', 'cache-control': 'private, no-store' });
  return body;
};

describe('the Event Report', () => {
  test('says who stands where: the event, the state, each district with its certifiers', async () => {
    const { body, status } = await report();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: event,
      certificationEvent: { name: 'Student Tardiness', categoryName: 'Attendance', endDate: '2026-05-18' },
      snapshotAvailable: false,
      chosen: { status: [], districts: [], includeReviewers: false },
      counts: [{ status: 'IN_PROGRESS', statusLabel: 'In Progress', count: 2 }],
      participants: [
        {
          name: 'Bear Creek',
          progress: { text: '0 of 1 certified' },
          people: [{ userId: 'ana', userStatusLabel: 'Open' }],
        },
        { name: 'Grand Bend', people: [{ userId: 'gus' }] },
      ],
    });
  });

  test('holds only the statuses and districts that were chosen, and reviewers when they are asked for', async () => {
    const one = (await report('districts=255903&includeReviewers=true')).body;
    expect(one.participants).toHaveLength(1);
    expect(one.participants[0].people).toMatchObject([
      { role: 'CERTIFIER' },
      { role: 'REVIEWER', userStatusLabel: 'N/A' },
    ]);
    expect((await report('status=SENT&status=APPROVED')).body).toMatchObject({ participants: [], counts: [] });
    expect((await report('status=OPEN')).status).toBe(422);
    expect((await report('format=xlsx')).status).toBe(422);
  });

  test('is for staff with its right, needs no category, and is recorded as a disclosure', async () => {
    expect((await report('', 'admin')).status).toBe(200);
    expect((await report('', 'nobody')).status).toBe(403);
    expect((await report('', 'ana')).status).toBe(403);
    await report('format=csv', 'stan');
    expect(state.data.disclosures).toMatchObject([
      { userId: 'admin', purpose: 'EVENT_REPORT', about: `${event} json` },
      { userId: 'stan', about: `${event} csv` },
    ]);
  });

  test('needs a certification event that is or was published', async () => {
    const { body } = await state.ask('admin', 'POST', '/v1/certification-events', {
      body: { name: 'Draft', reportingYear: 2026 },
    });
    expect(await state.ask('admin', 'GET', `/v1/certification-events/${body.id}/report`)).toMatchObject({
      status: 409,
      body: { code: 'NOT_PUBLISHED' },
    });
    await state.ask('admin', 'POST', `/v1/certification-events/${event}/close`, {
      body: { comment: 'x', confirm: true },
    });
    expect((await report()).body.certificationEvent).toMatchObject({ status: 'CLOSED' });
  });

  test('is a spreadsheet without formulas', async () => {
    const text = (await file('csv')).toString();
    expect(text).toContain('District,Number,Status,Progress');
    expect(text).toMatch(/Bear Creek,255903,In Progress,0 of 1 certified,1,,,,ana,Certifier,Open,2026-05-18/);
  });

  test('is a page that loads and runs nothing', async () => {
    const page = (await file('html')).toString();
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain('<script');
    expect(page).toContain('<th scope="row">Bear Creek</th>');
  });

  test('is a tagged PDF with its letters in it', async () => {
    const pdf = (await file('pdf')).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    for (const mark of ['/Marked true', '/Lang (en-US)', '/StructTreeRoot', 'PublicSans', 'pdfuaid'])
      expect(pdf).toContain(mark);
  });

  test('is a Word document', async () => {
    const docx = await file('docx');
    expect(docx.subarray(0, 2).toString()).toBe('PK');
    expect(partOf(docx, 'word/document.xml')).toContain('Bear Creek');
  });
});

/** One part of a zip archive, found by its local header. */
const partOf = (archive: Buffer, name: string): string => {
  const header = archive.indexOf(name) - 30;
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  return inflateRawSync(archive.subarray(start)).toString();
};

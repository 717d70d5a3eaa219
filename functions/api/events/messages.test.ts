import { beforeEach, describe, expect, test } from 'vitest';
import { deliverMessage } from '../../../shared/application/notifications/deliver-message.ts';
import { aPostOffice } from '../../../test/fakes/post-office.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let messages: string;

beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  messages = `/v1/certification-events/${await publishTardiness(state)}/messages`;
});

const body = { subject: 'Three days are left', body: 'Please certify. Jane Roe of room 7 is still missing.' };
const write = (user: string, more: object = {}, key = 'once') =>
  state.ask(user, 'POST', messages, { body: { ...body, ...more }, key });

/** Hands out what was committed, as relay and worker do. */
const handOut = async (): Promise<void> => {
  const { ports } = aPostOffice(state);
  for (const { row } of [...state.data.outbox.values()])
    if (row.message.type === 'DELIVER_MESSAGE') await deliverMessage(ports, row.message.messageId, undefined);
};

const inbox = async (user: string) =>
  (await state.ask(user, 'GET', '/v1/alerts')).body.items.filter(({ name }: { name: string }) => name === body.subject);

const mails = () =>
  [...state.data.outbox.values()].flatMap(({ row }) => (row.message.type === 'SEND_MAIL' ? [row.message] : []));

describe('a message', () => {
  test('reaches Message Center and mailbox of those it is for, once', async () => {
    const sent = await write('stan');
    expect(sent).toMatchObject({ status: 201, headers: { location: messages }, body: { ...body, sentBy: 'stan' } });
    expect((await state.ask('stan', 'GET', messages)).body.items).toMatchObject([{ id: sent.body.id }]);
    await handOut();
    await handOut();
    expect(await inbox('ana')).toMatchObject([{ name: body.subject, text: body.body, required: false }]);
    expect(await inbox('gus')).toHaveLength(1);
    expect(await inbox('rita')).toEqual([]);
    expect(mails().filter(({ subject }) => subject === body.subject)).toHaveLength(2);
  });

  test('is sent once however often the request comes', async () => {
    const first = await write('stan');
    expect(await write('stan')).toEqual(first);
    expect((await state.ask('stan', 'GET', messages)).body.total).toBe(1);
  });

  test('is for staff with the right to write, and readable with the right to read', async () => {
    expect((await write('nobody')).status).toBe(403);
    expect((await write('ana')).status).toBe(403);
    await write('stan', { recipients: [{ organizationId: '255903', userId: 'rita' }] });
    expect((await state.ask('april', 'GET', messages)).body.items).toMatchObject([
      { body: body.body, recipients: [{ organizationId: '255903', userId: 'rita' }] },
    ]);
    expect((await state.ask('ana', 'GET', messages)).status).toBe(403);
  });

  test('is refused for people outside the certification event, and changes nothing', async () => {
    expect(await write('stan', { recipients: [{ organizationId: '255903', userId: 'gus' }] })).toMatchObject({
      status: 422,
      body: { code: 'REFERENCE_UNKNOWN', errors: [{ pointer: '/recipients/0' }] },
    });
    expect(await write('stan', { subject: ' ' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/subject' }] },
    });
    expect((await state.ask('stan', 'GET', messages)).body.total).toBe(0);
  });

  test('stands in the audit trail with subject and people, its text only as digest', async () => {
    await write('stan');
    const trail = await state.ask('stan', 'GET', messages.replace('/messages', '/audit'));
    const entry = trail.body.items.find(({ entity }: { entity: string }) => entity === 'message');
    expect(entry).toMatchObject({
      command: 'messageCertifiers',
      after: {
        subject: body.subject,
        text: { characters: body.body.length },
        addressees: [
          ['255901', 'gus'],
          ['255903', 'ana'],
        ],
      },
    });
    expect(JSON.stringify(trail.body)).not.toContain('Jane Roe');
  });
});

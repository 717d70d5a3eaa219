import { SendEmailCommand, type SendEmailCommandInput, SESv2Client } from '@aws-sdk/client-sesv2';
import { buffer } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { clockAt } from '../testing/clock-at.ts';
import { serve } from '../testing/serve.ts';
import { createMail } from './mail.ts';

const simple = (subject = 'Due soon'): SendEmailCommandInput => ({
  FromEmailAddress: 'Attest <attest@example.org>',
  Destination: { ToAddresses: ['dana@example.org'], CcAddresses: ['lee@example.org'] },
  Content: {
    Simple: { Subject: { Data: subject }, Body: { Text: { Data: 'in text' }, Html: { Data: '<p>in HTML</p>' } } },
  },
});

/** The capture behind the real client. */
async function started() {
  const mail = createMail({ clock: clockAt('2026-11-22T12:00:00Z') });
  const endpoint = await serve(async (request, response) => {
    const body = await buffer(request);
    const { method = '', url: path = '' } = request;
    const answer = await mail.service({ service: 'ses', method, path, headers: {}, body, caller: 'operator' });
    response.writeHead(answer.status, { ...answer.headers }).end(answer.body);
    return true;
  });
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'operator' };
  const client = new SESv2Client({ endpoint, credentials, region: 'us-east-1', maxAttempts: 1 });
  onTestFinished(() => client.destroy());
  return { mail, endpoint, send: (input: SendEmailCommandInput) => client.send(new SendEmailCommand(input)) };
}

test('A mail sent with the AWS client is kept as it would have gone out', async () => {
  const { mail, send } = await started();
  const { MessageId } = await send(simple());
  expect(mail.captured()).toEqual([
    {
      id: MessageId,
      sentAt: '2026-11-22T12:00:00.000Z',
      from: 'Attest <attest@example.org>',
      to: ['dana@example.org'],
      cc: ['lee@example.org'],
      bcc: [],
      subject: 'Due soon',
      text: 'in text',
      html: '<p>in HTML</p>',
    },
  ]);
});

test('The newest thousand are kept, newest first', async () => {
  const { mail } = await started();
  const request = {
    service: 'ses',
    method: 'POST',
    path: '/v2/email/outbound-emails',
    headers: {},
    caller: 'operator',
  };
  for (let number = 1; number <= 1_002; number += 1) {
    await mail.service({ ...request, body: Buffer.from(JSON.stringify(simple(`No ${number}`))) });
  }
  const subjects = mail.captured().map(({ subject }) => subject);
  expect([subjects.length, subjects[0], subjects.at(-1)]).toEqual([1_000, 'No 1002', 'No 3']);
});

describe('Refused, and nothing is kept:', () => {
  const changed = (changes: Partial<SendEmailCommandInput>) => ({ ...simple(), ...changes });
  test.each<[string, SendEmailCommandInput]>([
    ['no recipient', changed({ Destination: {} })],
    ['51 recipients', changed({ Destination: { ToAddresses: Array.from({ length: 51 }, () => 'a@example.org') } })],
    [
      'an address with a line break',
      changed({ Destination: { ToAddresses: ['a@example.org\r\nBcc: b@example.org'] } }),
    ],
    ['no sender', changed({ FromEmailAddress: undefined })],
    ['a template', changed({ Content: { Template: { TemplateName: 'due' } } })],
    ['a body of nothing', changed({ Content: { Simple: { Subject: { Data: 'x' }, Body: {} } } })],
  ])('%s', async (_case, input) => {
    const { mail, send } = await started();
    await expect(send(input)).rejects.toThrow(expect.objectContaining({ name: 'BadRequestException' }));
    expect(mail.captured()).toEqual([]);
  });

  test('what is no JSON, and what is no sending', async () => {
    const { mail, endpoint } = await started();
    const broken = await fetch(`${endpoint}/v2/email/outbound-emails`, { method: 'POST', body: '{' });
    const other = await fetch(`${endpoint}/v2/email/identities`, { method: 'POST', body: '{}' });
    expect([broken.status, other.status, mail.captured()]).toEqual([400, 404, []]);
  });
});

import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { presignedRefusal, secretAccessKey } from './presigned.ts';

const client = new S3Client({
  region: 'us-east-1',
  endpoint: 'http://127.0.0.1:4601',
  credentials: { accessKeyId: 'uploader', secretAccessKey, sessionToken: 'instance' },
});
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000);

function asRequest(method: string, link: string, headers: Record<string, string> = {}): IncomingMessage {
  const { host, pathname, search } = new URL(link);
  return Object.assign(new IncomingMessage(new Socket()), {
    method,
    url: pathname + search,
    headers: { host, ...headers },
  });
}

const link = () => {
  const command = new GetObjectCommand({
    Bucket: 'reports',
    Key: "a b/ü'(1).csv",
    ResponseContentDisposition: 'attachment',
  });
  return getSignedUrl(client, command, { expiresIn: 60 });
};

it('accepts a link as it was signed, until it expires by the local clock', async () => {
  const request = asRequest('GET', await link());
  expect(presignedRefusal(request, inSeconds(30))).toBeUndefined();
  expect(presignedRefusal(request, inSeconds(90))).toBe('Request has expired');
});

it('refuses a link that was altered', async () => {
  const signed = await link();
  const refusal = (request: IncomingMessage) => presignedRefusal(request, inSeconds(1));
  expect(refusal(asRequest('GET', signed.replace('a%20b', 'other')))).toContain('does not match');
  expect(refusal(asRequest('PUT', signed))).toContain('does not match');
  expect(refusal(asRequest('GET', signed.replace('X-Amz-Expires=60', 'X-Amz-Expires=600')))).toContain(
    'does not match',
  );
});

it('holds the headers that were signed with it', async () => {
  const command = new PutObjectCommand({ Bucket: 'uploads', Key: 'a', ContentLength: 5 });
  const signed = await getSignedUrl(client, command, { expiresIn: 60, signableHeaders: new Set(['content-length']) });
  expect(presignedRefusal(asRequest('PUT', signed, { 'content-length': '5' }), inSeconds(1))).toBeUndefined();
  expect(presignedRefusal(asRequest('PUT', signed, { 'content-length': '6' }), inSeconds(1))).toContain(
    'does not match',
  );
});

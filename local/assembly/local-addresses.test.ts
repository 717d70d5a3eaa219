import { expect, it } from 'vitest';
import { toLocalAddresses } from './local-addresses.ts';

const doors = { origin: 'http://127.0.0.1:4600', gateway: 'http://127.0.0.1:4601' };

it('puts the local address where the template spells out a public one', () => {
  const template = {
    issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool',
    callbacks: ['https://127.0.0.1:4600/signed-in'],
    policy:
      "connect-src 'self' https://uploads.s3.us-east-1.amazonaws.com https://a1b2.execute-api.us-east-1.amazonaws.com",
    other: ['https://example.org', 5, true, null],
  };
  expect(toLocalAddresses(template, doors)).toStrictEqual({
    issuer: 'http://127.0.0.1:4600/us-east-1_pool',
    callbacks: ['http://127.0.0.1:4600/signed-in'],
    policy: "connect-src 'self' http://127.0.0.1:4601 http://127.0.0.1:4600",
    other: ['https://example.org', 5, true, null],
  });
});

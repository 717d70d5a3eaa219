import { App } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const settings = (context: Readonly<Record<string, string>> = {}) => readSettings(new App({ context }).node);

describe('what an agency may choose', () => {
  test('without a choice it is a development deployment with its own user pool', () => {
    expect(settings()).toMatchObject({
      stage: 'dev',
      production: false,
      ownIssuer: undefined,
      ownDomain: undefined,
      userIdClaim: 'username',
      apiScope: 'attest/api',
      reserveConcurrency: true,
    });
  });

  const alarmTopicArn = 'arn:aws:sns:us-east-1:000000000000:attest-alarms';
  const prod = { stage: 'prod', mailFrom: 'attest@agency.gov', alarmTopicArn };

  test('prod is production', () => {
    expect(settings(prod).production).toBe(true);
  });

  test('texts from the command line are read as what they mean', () => {
    expect(settings({ reserveConcurrency: 'false' }).reserveConcurrency).toBe(false);
  });

  test('an issuer is taken with its client, a domain with its certificate', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:000000000000:certificate/1';
    expect(settings({ issuerUrl: 'https://login.agency.gov/', clientId: 'attest' }).ownIssuer).toEqual({
      url: 'https://login.agency.gov/',
      clientId: 'attest',
    });
    expect(settings({ domainName: 'attest.agency.gov', certificateArn }).ownDomain).toEqual({
      name: 'attest.agency.gov',
      certificateArn,
    });
  });

  test.each([
    ['an issuer without a client', { issuerUrl: 'https://login.agency.gov' }, /belong together/],
    ['a domain without a certificate', { domainName: 'attest.agency.gov' }, /belong together/],
    ['an issuer that is not reached by TLS', { issuerUrl: 'http://login.agency.gov', clientId: 'a' }, /issuerUrl/],
    ['a stage that no resource can be named after', { stage: 'Test_1' }, /short lower-case name/],
    ['production without an address to write from', { stage: 'prod', alarmTopicArn }, /mailFrom/],
    ['production whose alarms nobody hears', { stage: 'prod', mailFrom: 'attest@agency.gov' }, /alarmTopicArn/],
    ['a budget of nothing', { monthlyBudget: '0' }, /monthlyBudget/],
    ['an alarm topic that is no ARN', { alarmTopicArn: 'alarms' }, /alarmTopicArn/],
  ])('%s is refused', (_what, context, message) => {
    expect(() => settings(context)).toThrow(message);
  });
});

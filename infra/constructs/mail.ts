import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { allow, type Use, use } from './use.ts';

/** Sends from that one address; either the address or its domain is the identity that the agency verified with SES. */
export const sendMail = (scope: Construct, from: string): Use => {
  const identity = (resourceName: string): string =>
    Stack.of(scope).formatArn({ service: 'ses', resource: 'identity', resourceName });
  const domain = from.slice(from.indexOf('@') + 1);
  return use({ MAIL_FROM: from }, allow(['ses:SendEmail'], [identity(from), identity(domain)]));
};

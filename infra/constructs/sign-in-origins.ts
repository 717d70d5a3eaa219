import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { physicalName } from './naming.ts';

/** Prefix of the hosted sign-in pages; unique in the region, so the account is part of it. */
export const signInPrefix = (scope: Construct, stage: string): string =>
  `${physicalName(stage, 'sign-in')}-${Stack.of(scope).account}`;

/** The origins the pages ask for the issuer's description and for tokens. */
export const signInOrigins = (scope: Construct, { stage, ownIssuer }: Settings): string[] => {
  if (ownIssuer) return [new URL(ownIssuer.url).origin];
  const { region, urlSuffix } = Stack.of(scope);
  return [
    `https://cognito-idp.${region}.${urlSuffix}`,
    `https://${signInPrefix(scope, stage)}.auth.${region}.amazoncognito.com`,
  ];
};

import { aResource } from './resource.ts';

export const poolId = 'us-east-1_TestPool';
export const poolClientId = 'testclient';

/** A user pool with one public client for the hosted pages. */
export const aPool = {
  pools: [aResource('AWS::Cognito::UserPool', poolId, { Schema: [{ Name: 'role', AttributeDataType: 'String' }] })],
  clients: [
    aResource('AWS::Cognito::UserPoolClient', poolClientId, {
      UserPoolId: poolId,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'attest/api'],
      CallbackURLs: ['https://pages.example/signed-in'],
      LogoutURLs: ['https://pages.example/'],
    }),
  ],
} as const;

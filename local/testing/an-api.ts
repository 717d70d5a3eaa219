import type { InvokeOutcome, Resource } from '../runtime.ts';
import { aResource } from './resource.ts';

export const issuer = 'http://127.0.0.1:4900/us-east-1_pool';
export const clientId = 'attestclient';

interface RouteOptions {
  readonly scopes?: readonly string[];
  readonly open?: boolean;
}

/** A template with one HTTP API: a function behind every route (`fn-<index>`), a JWT authorizer unless the route is open. */
export function anApi(
  routes: Readonly<Record<string, RouteOptions>>,
  options: { cors?: object; timeoutMs?: number } = {},
): Resource[] {
  const api = { Name: 'api', ProtocolType: 'HTTP', ...(options.cors ? { CorsConfiguration: options.cors } : {}) };
  return [
    aResource('AWS::ApiGatewayV2::Api', 'api1', api),
    aResource('AWS::ApiGatewayV2::Stage', 'stage', { ApiId: 'api1', StageName: '$default', AutoDeploy: true }),
    aResource('AWS::ApiGatewayV2::Authorizer', 'authorizer', {
      ApiId: 'api1',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Audience: [clientId], Issuer: issuer },
    }),
    ...Object.entries(routes).flatMap(([key, { scopes, open }], index) => [
      aResource('AWS::ApiGatewayV2::Integration', `integration${index}`, {
        ApiId: 'api1',
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: `arn:aws:lambda:us-east-1:000000000000:function:fn-${index}`,
        PayloadFormatVersion: '2.0',
        ...(options.timeoutMs ? { TimeoutInMillis: options.timeoutMs } : {}),
      }),
      aResource('AWS::ApiGatewayV2::Route', `route${index}`, {
        ApiId: 'api1',
        RouteKey: key,
        Target: `integrations/integration${index}`,
        ...(open ? { AuthorizationType: 'NONE' } : { AuthorizationType: 'JWT', AuthorizerId: 'authorizer' }),
        ...(scopes ? { AuthorizationScopes: scopes } : {}),
      }),
    ]),
  ];
}

/** A function's normal return. */
export const returning = (payload: unknown): InvokeOutcome => ({ payload, functionError: undefined });

import * as z from 'zod';
import type { Resource } from '../runtime.ts';
import { type JwtRule, jwtAuthorizer } from './authorizer-definition.ts';
import { type Cors, corsProperties } from './cors.ts';

export interface Route {
  readonly key: string;
  readonly functionArn: string;
  /** Milliseconds the gateway waits for the function, at most 30,000. */
  readonly timeoutMs: number;
  /** Undefined: the route is open. */
  readonly jwt: JwtRule | undefined;
}

export interface ApiDefinition {
  readonly apiId: string;
  readonly cors: Cors | undefined;
  readonly routes: readonly Route[];
}

/**
 * Reads the template's HTTP API; undefined when there is none.
 * Throws on what is not emulated (a second API, a stage other than `$default`, other integrations or authorizers than Lambda
 * proxy 2.0 and JWT), so that nothing is served here that would be served differently when deployed.
 */
export function apiDefinition(resources: readonly Resource[]): ApiDefinition | undefined {
  const ofType = (kind: string) => resources.filter(({ type }) => type === `AWS::ApiGatewayV2::${kind}`);
  const [api, second] = ofType('Api');
  if (second) throw new Error(`Two HTTP APIs in the template, one is emulated: ${second.logicalId}`);
  if (!api) return undefined;
  for (const stage of ofType('Stage')) stageProperties.parse(stage.properties);
  const integrations = new Map(ofType('Integration').map((one) => [one.physicalId, readIntegration(one)]));
  const authorizers = new Map(ofType('Authorizer').map((one) => [one.physicalId, jwtAuthorizer(one)]));
  return {
    apiId: api.physicalId,
    cors: apiProperties.parse(api.properties).CorsConfiguration,
    routes: ofType('Route').map((route) => readRoute(route, integrations, authorizers)),
  };
}

const apiProperties = z.object({ ProtocolType: z.literal('HTTP'), CorsConfiguration: corsProperties.optional() });
const stageProperties = z.object({ StageName: z.literal('$default') });
const integrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.number().min(50).max(30_000).default(30_000),
});
const routeProperties = z.object({
  RouteKey: z.string(),
  Target: z.string().startsWith('integrations/'),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});

interface Integration {
  readonly functionArn: string;
  readonly timeoutMs: number;
}

function readIntegration(resource: Resource): Integration {
  const { IntegrationUri, TimeoutInMillis } = integrationProperties.parse(resource.properties);
  // Either the function's ARN or the invocation path that contains it.
  const [, inPath] = /\/functions\/(.+)\/invocations$/.exec(IntegrationUri) ?? [];
  return { functionArn: inPath ?? IntegrationUri, timeoutMs: TimeoutInMillis };
}

function readRoute(
  resource: Resource,
  integrations: ReadonlyMap<string, Integration>,
  authorizers: ReadonlyMap<string, Omit<JwtRule, 'scopes'>>,
): Route {
  const properties = routeProperties.parse(resource.properties);
  const integration = integrations.get(properties.Target.slice('integrations/'.length));
  if (!integration) throw new Error(`Route ${properties.RouteKey}: integration ${properties.Target} does not exist`);
  const open = properties.AuthorizationType === 'NONE';
  const authorizer = authorizers.get(properties.AuthorizerId ?? '');
  if (!open && !authorizer) throw new Error(`Route ${properties.RouteKey}: its authorizer does not exist`);
  return {
    key: properties.RouteKey,
    ...integration,
    jwt: open || !authorizer ? undefined : { ...authorizer, scopes: properties.AuthorizationScopes },
  };
}

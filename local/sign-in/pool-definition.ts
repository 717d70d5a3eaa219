import * as z from 'zod';
import type { Resource } from '../runtime.ts';

export interface PoolClient {
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Where a sign-in or sign-out may lead back to: the template's addresses, and the same paths on this origin. */
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  /** Seconds. */
  readonly accessTokenValidity: number;
  readonly idTokenValidity: number;
}

export interface PoolDefinition {
  readonly poolId: string;
  readonly issuer: string;
  /** `custom:role` and the like: an attribute that is not declared cannot be given. */
  readonly customAttributes: ReadonlySet<string>;
  readonly caseSensitive: boolean;
  readonly clients: readonly PoolClient[];
}

/**
 * Reads the template's user pool and its clients; undefined when there is none. Throws on what is not emulated: a second pool,
 * e-mail addresses as user names, clients with a secret, flows other than the authorization code.
 */
export function poolDefinition(
  pools: readonly Resource[],
  clients: readonly Resource[],
  origin: string,
): PoolDefinition | undefined {
  const [pool, second] = pools;
  if (second) throw new Error(`Two user pools in the template, one is emulated: ${second.logicalId}`);
  if (!pool) return undefined;
  const { Schema, UsernameConfiguration } = poolProperties.parse(pool.properties);
  return {
    poolId: pool.physicalId,
    issuer: `${origin}/${pool.physicalId}`,
    customAttributes: new Set(Schema.map(({ Name }) => `custom:${Name}`)),
    caseSensitive: UsernameConfiguration.CaseSensitive,
    clients: clients.map((client) => readClient(client, origin)),
  };
}

const poolProperties = z.object({
  Schema: z.array(z.object({ Name: z.string() })).default([]),
  UsernameAttributes: z.array(z.string()).max(0, 'user names that are e-mail addresses are not emulated').default([]),
  UsernameConfiguration: z.object({ CaseSensitive: z.boolean() }).default({ CaseSensitive: false }),
});
const clientProperties = z.object({
  AllowedOAuthFlows: z.tuple([z.literal('code')]),
  AllowedOAuthScopes: z.array(z.string()).min(1),
  CallbackURLs: z.array(z.url()).min(1),
  LogoutURLs: z.array(z.url()).default([]),
  GenerateSecret: z.literal(false).default(false),
  AccessTokenValidity: z.number().optional(),
  IdTokenValidity: z.number().optional(),
  TokenValidityUnits: z.object({ AccessToken: z.string(), IdToken: z.string() }).partial().default({}),
});

function readClient({ physicalId, properties }: Resource, origin: string): PoolClient {
  const client = clientProperties.parse(properties);
  const { AccessToken, IdToken } = client.TokenValidityUnits;
  return {
    clientId: physicalId,
    scopes: client.AllowedOAuthScopes,
    callbackUrls: withLocal(client.CallbackURLs, origin),
    logoutUrls: withLocal(client.LogoutURLs, origin),
    accessTokenValidity: seconds(client.AccessTokenValidity, AccessToken),
    idTokenValidity: seconds(client.IdTokenValidity, IdToken),
  };
}

function withLocal(urls: readonly string[], origin: string): string[] {
  const here = urls.map((url) => {
    const { pathname, search } = new URL(url);
    return `${origin}${pathname}${search}`;
  });
  return [...new Set([...urls, ...here])];
}

const unitSeconds: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** Cognito's default is one hour; its default unit, hours. */
const seconds = (validity = 1, unit = 'hours'): number =>
  validity === 0 ? 3600 : validity * (unitSeconds[unit] ?? 3600);

import { type Context, errors, interactionPolicy, Provider } from 'oidc-provider';
import type { LocalClock } from '../runtime.ts';
import { html, page } from '../http/markup.ts';
import type { PoolClient, PoolDefinition } from './pool-definition.ts';
import { replaceTokens } from './token-answer.ts';
import { createSessionStore } from './session-store.ts';
import type { SigningKey } from './signing-key.ts';
import type { Tokens } from './tokens.ts';
import type { Users } from './users.ts';

interface Parts {
  readonly pool: PoolDefinition;
  readonly users: Users;
  readonly key: SigningKey;
  readonly tokens: Tokens;
  readonly clock: LocalClock;
  readonly log: (line: string) => void;
}

/**
 * The OpenID Connect issuer of a user pool: authorization code with PKCE (S256) and refresh, under Cognito's paths. oidc-provider runs
 * the protocol; the tokens it hands out are replaced by ours, because Cognito's have another shape and follow the local clock.
 * A user who is disabled or gone gets neither a session nor a token, whatever was begun before.
 */
export function createIssuer({ pool, users, key, tokens, clock, log }: Parts): Provider {
  const authTimes = new Map<string, number>();
  const mayEnter = (sub: string | undefined) => sub !== undefined && users.findBySub(sub)?.enabled === true;
  const provider = new Provider(pool.issuer, {
    adapter: createSessionStore(),
    jwks: { keys: [key.privateJwk] },
    cookies: { keys: [key.cookieSecret], long: { signed: true }, short: { signed: true } },
    clients: pool.clients.map(clientMetadata),
    scopes: [...new Set(pool.clients.flatMap(({ scopes }) => scopes))],
    extraParams: { scope: refuseForeignScopes(pool) },
    responseTypes: ['code'],
    pkce: { required: () => true },
    rotateRefreshToken: false,
    issueRefreshToken: () => true,
    clientBasedCORS: (_context: Context, origin: string, { clientId }: { clientId: string }) =>
      isHomeOf(pool, clientId, origin),
    ttl,
    routes,
    discovery: { end_session_endpoint: `${pool.issuer}/logout` },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    findAccount: (_context: Context, sub: string) =>
      mayEnter(sub) ? { accountId: sub, claims: () => ({ sub }) } : undefined,
    interactions: {
      url: (_context: Context, { uid }: { uid: string }) => `/${pool.poolId}/sign-in/${uid}`,
      policy: policy(mayEnter),
    },
    loadExistingGrant: (context: Context) => grantEverything(provider, pool, context),
    renderError,
  });
  provider.on('server_error', (_context, error) => log(`Sign-in: ${String(error)}`));
  provider.use(async (context, next) => {
    await next();
    if (context.oidc?.route === 'token' && context.status === 200)
      await replaceTokens(context, { pool, users, tokens, authTimes, clock });
  });
  return provider;
}

/** Cognito's paths, under the issuer. */
const routes = {
  authorization: '/oauth2/authorize',
  token: '/oauth2/token',
  revocation: '/oauth2/revoke',
  jwks: '/.well-known/jwks.json',
};

const day = 86_400;
const ttl = {
  AccessToken: 3600,
  AuthorizationCode: 300,
  Grant: 30 * day,
  IdToken: 3600,
  Interaction: 3600,
  RefreshToken: 30 * day,
  Session: day,
};

const clientMetadata = (client: PoolClient) => ({
  client_id: client.clientId,
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: client.callbackUrls,
  scope: client.scopes.join(' '),
});

/** oidc-provider has dropped scopes it does not know by then; Cognito refuses them, and a misspelt scope is better noticed at once. */
function refuseForeignScopes(pool: PoolDefinition) {
  return ({ query }: Context, _known: unknown, { clientId }: { clientId: string }): void => {
    const scopes = pool.clients.find((client) => client.clientId === clientId)?.scopes ?? [];
    const asked = [query['scope'] ?? []].flat().flatMap((scope) => scope.split(' '));
    const foreign = asked.find((scope) => !scopes.includes(scope));
    if (foreign !== undefined) throw new errors.InvalidScope('requested scope is not allowed', foreign);
  };
}

/** A browser's page buys its tokens itself, and says so in `Origin`: the pages a client is led back to may. */
const isHomeOf = (pool: PoolDefinition, clientId: string, origin: string): boolean =>
  pool.clients.some(
    (client) => client.clientId === clientId && client.callbackUrls.some((url) => new URL(url).origin === origin),
  );

/** Nobody is asked for consent, and a session of somebody who may not enter any more leads back to the sign-in page. */
function policy(mayEnter: (sub: string | undefined) => boolean) {
  const prompts = interactionPolicy.base();
  prompts.remove('consent');
  const barred = ({ oidc }: Context) => oidc?.session?.accountId !== undefined && !mayEnter(oidc.session.accountId);
  prompts.get('login').checks.add(new interactionPolicy.Check('barred', 'the user may not sign in', barred));
  return prompts;
}

async function grantEverything(provider: Provider, pool: PoolDefinition, { oidc }: Context) {
  const clientId = oidc?.client?.clientId;
  const grant = new provider.Grant({ accountId: oidc?.session?.accountId, clientId });
  grant.addOIDCScope((pool.clients.find((client) => client.clientId === clientId)?.scopes ?? []).join(' '));
  await grant.save();
  return grant;
}

function renderError(context: Context, { error, error_description: description }: Record<string, string>): void {
  context.type = 'html';
  context.body = page('Signing in did not work', html`<p>${description ?? error ?? ''}</p>`).markup;
}

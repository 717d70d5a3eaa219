import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JSONWebKeySet } from 'jose';
import { jsonAnswer, send } from '../http/answer.ts';
import type { AwsService, LocalClock, Part, Resource } from '../runtime.ts';
import { createAdminApi } from './admin-api.ts';
import { createIssuer } from './issuer.ts';
import { type PoolDefinition, poolDefinition } from './pool-definition.ts';
import { createSignInPage } from './sign-in-page.ts';
import { createSignOut } from './sign-out.ts';
import { signingKey } from './signing-key.ts';
import { createTokens } from './tokens.ts';
import { createUsers, type PoolUser } from './users.ts';
import { readUsers, writeUsers } from './users-file.ts';

export interface SignIn extends Part {
  /** Answers what lies under `/<user pool>/` and says true; anything else is left alone. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** The public keys of the pool's issuer; undefined for any other issuer. */
  keysOf(issuer: string): JSONWebKeySet | undefined;
  /** The user pools API (`cognito-idp`). */
  readonly service: AwsService;
  /** An access token as after a sign-in, with all scopes of the pool's first client; undefined for somebody unknown or disabled. */
  token(username: string): Promise<string | undefined>;
  /** Everybody, for the seed image, and back. */
  snapshot(this: void): readonly PoolUser[];
  restore(this: void, users: readonly PoolUser[]): void;
}

interface Options {
  readonly pools: readonly Resource[];
  readonly clients: readonly Resource[];
  /** The public origin, without a trailing slash. */
  readonly origin: string;
  readonly clock: LocalClock;
  /** Where people are kept; without it they last as long as the process. */
  readonly usersFile?: string;
  /** Where the signing key is kept, so that tokens survive a restart. */
  readonly keyFile?: string;
  readonly log: (line: string) => void;
}

/** The template's user pool: issuer, sign-in pages, administration. Without a pool in the template it answers nothing. */
export function createSignIn(options: Options): SignIn {
  const pool = poolDefinition(options.pools, options.clients, options.origin);
  return pool ? signInTo(pool, options) : noSignIn;
}

function signInTo(pool: PoolDefinition, { clock, usersFile, keyFile, log }: Options): SignIn {
  const users = createUsers({
    caseSensitive: pool.caseSensitive,
    now: () => clock.now(),
    initial: usersFile ? readUsers(usersFile) : [],
    onChange: (everybody) => (usersFile ? writeUsers(usersFile, everybody) : undefined),
  });
  const key = signingKey(keyFile);
  const tokens = createTokens(pool.issuer, key, clock);
  const provider = createIssuer({ pool, users, key, tokens, clock, log });
  const protocol = provider.callback();
  const signInPage = createSignInPage(provider, users);
  const signOut = createSignOut(provider, pool);
  const prefix = `/${pool.poolId}`;

  function route(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (path.startsWith('/sign-in/')) return signInPage(request, response);
    if (path === '/logout') return signOut(request, response);
    // oidc-provider learns from `originalUrl` that it is mounted below the root.
    Object.assign(request, { originalUrl: request.url, url: (request.url ?? '').slice(prefix.length) });
    return protocol(request, response);
  }

  return {
    ...noSignIn,
    handle(request, response) {
      const path = (request.url ?? '').replace(/[?#].*$/s, '');
      if (!path.startsWith(`${prefix}/`)) return false;
      route(request, response, path.slice(prefix.length)).catch((fault: unknown) => {
        log(`Sign-in ${request.method} ${path}: ${String(fault)}`);
        if (!response.headersSent) send(response, jsonAnswer(500, { message: 'Signing in failed; see the log.' }));
      });
      return true;
    },
    keysOf: (issuer) => (issuer === pool.issuer ? key.publicKeys : undefined),
    service: createAdminApi(pool, users),
    async token(username) {
      const user = users.find(username);
      const [client] = pool.clients;
      if (!user?.enabled || !client) return undefined;
      return tokens.access({ user, client, scope: client.scopes.join(' '), nonce: undefined });
    },
    snapshot: users.all,
    restore: users.restore,
  };
}

const noSignIn: SignIn = {
  name: 'sign-in',
  start: async () => {},
  stop: async () => {},
  handle: () => false,
  keysOf: () => undefined,
  service: async () => ({
    status: 400,
    body: JSON.stringify({ __type: 'ResourceNotFoundException', message: 'There is no user pool.' }),
  }),
  token: async () => undefined,
  snapshot: () => [],
  restore: () => {},
};

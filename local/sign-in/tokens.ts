import { createHash, randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import type { LocalClock } from '../runtime.ts';
import type { PoolClient } from './pool-definition.ts';
import type { SigningKey } from './signing-key.ts';
import type { PoolUser } from './users.ts';

/** One sign-in: who, through which client, with which scopes. */
export interface SignedIn {
  readonly user: PoolUser;
  readonly client: PoolClient;
  readonly scope: string;
  readonly nonce: string | undefined;
  /** When the person signed in, in seconds; now, without it. A refreshed token keeps it. */
  readonly authTime?: number;
}

export interface Tokens {
  access(signedIn: SignedIn): Promise<string>;
  /** `accessToken` is the one issued beside it, which `at_hash` ties to it. */
  id(signedIn: SignedIn, accessToken: string): Promise<string>;
}

/**
 * Makes tokens of exactly Cognito's shape: an access token with `client_id`, `username`, `scope` and no `aud`; an ID token with `aud`,
 * `cognito:username` and the attributes. Times are those of the local clock.
 */
export function createTokens(issuer: string, key: SigningKey, clock: LocalClock): Tokens {
  const sign = (
    use: 'access' | 'id',
    validity: number,
    authTime: number | undefined,
    claims: JWTPayload,
  ): Promise<string> => {
    const now = Math.floor(clock.now().getTime() / 1000);
    return new SignJWT({
      ...claims,
      iss: issuer,
      token_use: use,
      auth_time: authTime ?? now,
      iat: now,
      exp: now + validity,
      jti: randomUUID(),
    })
      .setProtectedHeader({ kid: key.kid, alg: 'RS256' })
      .sign(key.privateKey);
  };
  return {
    access: ({ user, client, scope, authTime }) =>
      sign('access', client.accessTokenValidity, authTime, {
        sub: user.sub,
        version: 2,
        client_id: client.clientId,
        origin_jti: randomUUID(),
        scope,
        username: user.username,
      }),
    id: ({ user, client, nonce, authTime }, accessToken) =>
      sign('id', client.idTokenValidity, authTime, {
        ...user.attributes,
        sub: user.sub,
        aud: client.clientId,
        at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
        'cognito:username': user.username,
        ...(nonce === undefined ? {} : { nonce }),
      }),
  };
}

import type { Context } from 'oidc-provider';
import * as z from 'zod';
import type { LocalClock } from '../runtime.ts';
import type { PoolDefinition } from './pool-definition.ts';
import type { Tokens } from './tokens.ts';
import type { Users } from './users.ts';

const tokenAnswer = z.looseObject({ id_token: z.string().optional() });
const idTokenPayload = z.object({ nonce: z.string().optional() });

interface Parts {
  readonly pool: PoolDefinition;
  readonly users: Users;
  readonly tokens: Tokens;
  /** When the person of a grant signed in, by the local clock. */
  readonly authTimes: Map<string, number>;
  readonly clock: LocalClock;
}

/** Puts tokens of Cognito's shape in the place of those oidc-provider issued, for the same person, client, scopes and nonce. */
export async function replaceTokens(context: Context, { pool, users, tokens, authTimes, clock }: Parts): Promise<void> {
  const issued = context.oidc?.entities.AccessToken;
  const user = users.findBySub(issued?.accountId ?? '');
  const client = pool.clients.find(({ clientId }) => clientId === issued?.clientId);
  if (!user || !client) throw new Error('A token was issued to somebody the pool does not know');
  const answer = tokenAnswer.parse(context.body);
  const grant = issued?.grantId ?? '';
  const authTime = authTimes.get(grant) ?? Math.floor(clock.now().getTime() / 1000);
  authTimes.set(grant, authTime);
  const signedIn = { user, client, scope: issued?.scope ?? '', nonce: nonceOf(answer.id_token), authTime };
  const accessToken = await tokens.access(signedIn);
  const idToken = answer.id_token === undefined ? {} : { id_token: await tokens.id(signedIn, accessToken) };
  context.body = { ...answer, access_token: accessToken, expires_in: client.accessTokenValidity, ...idToken };
}

const nonceOf = (idToken: string | undefined): string | undefined =>
  idToken && idTokenPayload.parse(JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString())).nonce;

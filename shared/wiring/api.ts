import { createTokenReader } from '../adapters/issuer/token-reader.ts';
import type { Ports } from '../application/ports/ports.ts';
import { env } from '../runtime/env.ts';
import { apiHandler } from '../runtime/http/api-handler.ts';
import { behindCdn } from '../runtime/http/behind-cdn.ts';
import type { Door, OpenDoor } from '../runtime/http/door.ts';
import { findCaller } from '../runtime/http/find-caller.ts';
import type { TrustedTokens } from '../runtime/http/trusted-token.ts';
import type { Fallback } from '../runtime/http/unknown-route.ts';

const trustedTokens = (): TrustedTokens => ({
  issuer: env('TOKEN_ISSUER'),
  clientId: env('TOKEN_CLIENT_ID'),
  scope: env('TOKEN_SCOPE'),
  personClaim: env('USER_ID_CLAIM'),
});

/** An area of the API as it is deployed: behind the CDN, for people whose tokens are trusted. */
export const api = (
  doors: readonly (Door | OpenDoor)[],
  ports: Pick<Ports, 'store' | 'clock'>,
  fallback?: Fallback,
) => {
  const trusted = trustedTokens();
  const caller = findCaller({ ...ports, tokens: createTokenReader(trusted.issuer) }, trusted);
  return behindCdn(env('ORIGIN_KEYS').split(' '), apiHandler(doors, caller, fallback));
};

import { env } from '../runtime/env.ts';
import type { TrustedTokens } from '../runtime/http/trusted-token.ts';

export const trustedTokens = (): TrustedTokens => ({
  issuer: env('TOKEN_ISSUER'),
  clientId: env('TOKEN_CLIENT_ID'),
  scope: env('TOKEN_SCOPE'),
  personClaim: env('USER_ID_CLAIM'),
});

import type { TrustedTokens } from '../../shared/runtime/http/trusted-token.ts';

/** The issuer of whoever asks in this process. */
export const trustedHere: TrustedTokens = {
  issuer: 'https://issuer.example.gov/pool',
  clientId: 'pages',
  scope: 'attest/api',
  personClaim: 'username',
};

/** Claims of a good token as the gateway hands them on. They outlive every moved clock. */
export const claimsOf = (user: string): Record<string, string> => ({
  iss: trustedHere.issuer,
  client_id: trustedHere.clientId,
  token_use: 'access',
  scope: `openid ${trustedHere.scope}`,
  iat: '0',
  exp: '4102444800',
  username: user,
});

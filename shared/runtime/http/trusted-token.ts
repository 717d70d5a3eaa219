import type { Claims } from '../../application/ports/token-reader.ts';
import { type Instant, millisOf } from '../../kernel/instant.ts';

/** Whose tokens let people in: exactly those that the gateway is told to take. */
export interface TrustedTokens {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** The claim that names the person. */
  readonly personClaim: string;
}

const leewaySeconds = 60;

const textIn = (claims: Claims, name: string): string | undefined => {
  const value = claims[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** One text, a list of texts, or nothing at all. What is no text stays in the list, and is nobody's name. */
const namesIn = (claims: Claims, name: string): readonly unknown[] => [claims[name] ?? []].flat();

/** Scopes stand in one text or in a list, as the issuer likes. */
const scopesIn = (claims: Claims, name: string): readonly string[] =>
  namesIn(claims, name).flatMap((one) => (typeof one === 'string' ? one.split(' ') : []));

const secondsIn = (claims: Claims, name: string, absent: number): number => {
  const value = claims[name] ?? absent;
  return typeof value === 'number' ? value : Number.NaN;
};

/** An issuer names its client by `aud` or, as Cognito does, by `client_id`; where both stand, both must be ours. */
const isForUs = (claims: Claims, { clientId }: TrustedTokens): boolean => {
  const named = [...namesIn(claims, 'aud'), ...namesIn(claims, 'client_id')];
  return named.length > 0 && named.every((one) => one === clientId);
};

/** A comparison with what is no number is false, so that a time nobody can read lets nobody in. */
const isOfNow = (claims: Claims, now: Instant): boolean => {
  const seconds = millisOf(now) / 1_000;
  return (
    secondsIn(claims, 'exp', 0) > seconds &&
    secondsIn(claims, 'nbf', 0) <= seconds + leewaySeconds &&
    secondsIn(claims, 'iat', 0) <= seconds + leewaySeconds
  );
};

/** An identity token says who somebody is to the pages. Cognito says what a token is for; another issuer may not. */
const isForAccess = (claims: Claims): boolean => (claims['token_use'] ?? 'access') === 'access';

/**
 * Who may come in by these claims, under the name that the issuer gives him. The gateway has asked most of this before:
 * this holds where a route lost its scope or its authorizer, and asks for more.
 */
export const personIn = (claims: Claims, trusted: TrustedTokens, now: Instant): string | undefined => {
  const granted = [...scopesIn(claims, 'scope'), ...scopesIn(claims, 'scp')];
  const isTrusted =
    claims['iss'] === trusted.issuer &&
    isForUs(claims, trusted) &&
    isForAccess(claims) &&
    granted.includes(trusted.scope) &&
    isOfNow(claims, now);
  return isTrusted ? textIn(claims, trusted.personClaim) : undefined;
};

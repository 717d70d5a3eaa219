import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { LocalClock } from '../runtime.ts';
import type { JwtRule } from './authorizer-definition.ts';

/** The public keys of an issuer named in the template; undefined for one that is not emulated. Nothing is fetched. */
export type KeysOf = (issuer: string) => JSONWebKeySet | undefined;

export type Verdict =
  | { readonly outcome: 'allowed'; readonly claims: JWTPayload }
  | { readonly outcome: 'unauthorized' }
  | { readonly outcome: 'forbidden' };

/**
 * Checks the Authorization header as the JWT authorizer does: RS256 by a known `kid`, issuer, `exp`, `nbf`, `iat`, audience, one of
 * the route's scopes. Stricter than AWS in two points, so that nothing passes here that should not pass at all: an ID token is no
 * access token (`token_use`), and every `aud` must be ours. Key addresses inside a token are never looked at.
 */
export async function checkToken(
  authorization: string | undefined,
  rule: JwtRule,
  keysOf: KeysOf,
  clock: LocalClock,
): Promise<Verdict> {
  const claims = await verifiedClaims(authorization?.replace(/^bearer +/i, '') ?? '', rule, keysOf, clock);
  if (!claims) return { outcome: 'unauthorized' };
  const granted = scopesOf(claims);
  const sufficient = rule.scopes.length === 0 || rule.scopes.some((scope) => granted.includes(scope));
  return sufficient ? { outcome: 'allowed', claims } : { outcome: 'forbidden' };
}

async function verifiedClaims(token: string, rule: JwtRule, keysOf: KeysOf, clock: LocalClock) {
  const keys = keysOf(rule.issuer);
  if (!keys || !namesKnownKey(token, keys)) return undefined;
  const now = clock.now();
  const claims = await jwtVerify(token, createLocalJWKSet(keys), {
    algorithms: ['RS256'],
    issuer: rule.issuer,
    currentDate: now,
    requiredClaims: ['exp'],
  }).then(
    ({ payload }) => payload,
    () => undefined,
  );
  if (!claims || (claims.iat ?? 0) > now.getTime() / 1000) return undefined;
  return forAudience(claims, rule.audience) && (claims['token_use'] ?? 'access') === 'access' ? claims : undefined;
}

/** jose takes the only key when a token names none; AWS insists on a name. */
function namesKnownKey(token: string, { keys }: JSONWebKeySet): boolean {
  try {
    const { kid } = decodeProtectedHeader(token);
    return kid !== undefined && keys.some((key) => key.kid === kid);
  } catch {
    return false;
  }
}

function forAudience({ aud, client_id: clientId }: JWTPayload, ours: readonly string[]): boolean {
  const named = aud === undefined ? [clientId] : [aud].flat();
  return named.length > 0 && named.every((one) => typeof one === 'string' && ours.includes(one));
}

/** `scope` or `scp`, as one text or as a list. */
export function scopesOf(claims: JWTPayload): string[] {
  return [claims['scope'] ?? claims['scp']]
    .flat()
    .flatMap((scope) => (typeof scope === 'string' ? scope.split(' ') : []))
    .filter((scope) => scope !== '');
}

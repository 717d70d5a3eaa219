import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { JWK, JSONWebKeySet } from 'jose';
import * as z from 'zod';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly privateJwk: JWK;
  /** What the issuer publishes. */
  readonly publicKeys: JSONWebKeySet;
  /** Signs the cookies of the sign-in pages. */
  readonly cookieSecret: string;
}

/** The issuer's RSA key: kept in `file`, so that tokens survive a restart, or made anew for each process without one. */
export function signingKey(file?: string): SigningKey {
  const { jwk, cookieSecret } =
    file && existsSync(file) ? stored.parse(JSON.parse(readFileSync(file, 'utf8'))) : create(file);
  const { kty, n, e, kid } = jwk;
  return {
    kid,
    privateKey: createPrivateKey({ key: jwk, format: 'jwk' }),
    privateJwk: { ...jwk, use: 'sig', alg: 'RS256' },
    publicKeys: { keys: [{ kty, n, e, kid, use: 'sig', alg: 'RS256' }] },
    cookieSecret,
  };
}

const part = z.string();
const rsaKey = z.object({
  kty: z.literal('RSA'),
  kid: part,
  n: part,
  e: part,
  d: part,
  p: part,
  q: part,
  dp: part,
  dq: part,
  qi: part,
});
const stored = z.object({ jwk: rsaKey, cookieSecret: z.string() });

function create(file: string | undefined): z.infer<typeof stored> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(16).toString('base64url');
  const made = {
    jwk: rsaKey.parse({ ...privateKey.export({ format: 'jwk' }), kid }),
    cookieSecret: randomBytes(32).toString('base64url'),
  };
  if (file) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  return made;
}

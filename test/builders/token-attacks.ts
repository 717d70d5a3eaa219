import { createHmac, generateKeyPairSync } from 'node:crypto';
import { exportJWK, exportSPKI, type JSONWebKeySet, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

/** Whose tokens are tried, and when. */
interface Tried {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** Seconds. */
  readonly now: number;
}

const header = { alg: 'RS256', kid: 'key-1' };
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** What the issuer publishes. */
export const publishedKeys = async (): Promise<JSONWebKeySet> => ({
  keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'key-1', use: 'sig', alg: 'RS256' }],
});

/** Signed by the issuer, whatever it says. */
export const signed = (payload: JWTPayload, head: JWTHeaderParameters = header): Promise<string> =>
  new SignJWT(payload).setProtectedHeader(head).sign(pair.privateKey);

export const signedByAStranger = (payload: JWTPayload, head: JWTHeaderParameters = header): Promise<string> =>
  new SignJWT(payload).setProtectedHeader(head).sign(stranger.privateKey);

export const goodClaims = ({ issuer, clientId, scope, now }: Tried): JWTPayload => ({
  iss: issuer,
  sub: '5f1c',
  username: 'dana',
  client_id: clientId,
  token_use: 'access',
  scope: `openid ${scope}`,
  iat: now,
  exp: now + 3600,
});

const partsOf = async (good: JWTPayload): Promise<readonly [string, string, string]> => {
  const [head = '', payload = '', signature = ''] = (await signed(good)).split('.');
  return [head, payload, signature];
};

const signedWithThePublicKey = async (good: JWTPayload): Promise<string> => {
  const said = `${encode({ ...header, alg: 'HS256' })}.${encode(good)}`;
  const secret = await exportSPKI(pair.publicKey);
  return `${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`;
};

type Attacks = Readonly<Record<string, () => Promise<string>>>;

/** How a token is made up by somebody who has no key of the issuer. */
const forgeries = (good: JWTPayload): Attacks => ({
  'an empty token': async () => '',
  'a text that is no token': async () => 'abc.def',
  'alg none': async () => `${encode({ ...header, alg: 'none' })}.${encode(good)}.`,
  'alg None in another case': async () => `${encode({ ...header, alg: 'nOnE' })}.${encode(good)}.`,
  'alg none and a signature': async () => `${encode({ ...header, alg: 'none' })}.${encode(good)}.AAAA`,
  'HS256 signed with the public key': () => signedWithThePublicKey(good),
  'the right kid with a wrong key': () => signedByAStranger(good),
  'an unknown kid': () => signedByAStranger(good, { ...header, kid: 'key-2' }),
  'a kid that looks like a path': () => signedByAStranger(good, { ...header, kid: '../../etc/passwd' }),
  'an embedded key': async () => signedByAStranger(good, { ...header, jwk: await exportJWK(stranger.publicKey) }),
  'a critical extension that nobody signed': async () => {
    const [, payload, signature] = await partsOf(good);
    return `${encode({ ...header, crit: ['x'], x: 1 })}.${payload}.${signature}`;
  },
  'a tampered payload': async () => {
    const [head, , signature] = await partsOf(good);
    return `${head}.${encode({ ...good, username: 'root' })}.${signature}`;
  },
  'a payload that is no object': async () => {
    const [head, , signature] = await partsOf(good);
    return `${head}.${Buffer.from('"root"').toString('base64url')}.${signature}`;
  },
  'no signature': async () => (await partsOf(good)).slice(0, 2).join('.'),
  'a trailing part': async () => `${await signed(good)}.x`,
});

/** What the issuer signed, for somebody else, for another time or in another way. */
const misuses = (good: JWTPayload, { issuer, clientId, now }: Tried): Attacks => {
  const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
  return {
    'RS512 with the right key': () => signed(good, { ...header, alg: 'RS512' }),
    'PS256 with the right key': () => signed(good, { ...header, alg: 'PS256' }),
    'no kid at all': () => signed(good, { alg: 'RS256' }),
    'a lapsed token': () => signed({ ...good, exp: now - 1 }),
    'no expiry': () => signed(without('exp')),
    'a token of the future by nbf': () => signed({ ...good, nbf: now + 90 }),
    'a token of the future by iat': () => signed({ ...good, iat: now + 90 }),
    'another issuer': () => signed({ ...good, iss: `${issuer}x` }),
    'no issuer': () => signed(without('iss')),
    'another client': () => signed({ ...good, client_id: 'other' }),
    'neither audience nor client': () => signed(without('client_id')),
    'an ID token': () => signed({ ...without('client_id'), aud: clientId, token_use: 'id' }),
    'a foreign audience beside ours': () => signed({ ...good, aud: ['other', clientId] }),
    'an empty audience list': () => signed({ ...without('client_id'), aud: [] }),
  };
};

/** Every token that nobody may come in by. */
export const tokenAttacks = (tried: Tried): Attacks => {
  const good = goodClaims(tried);
  return { ...forgeries(good), ...misuses(good, tried) };
};

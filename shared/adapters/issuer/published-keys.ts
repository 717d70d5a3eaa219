import * as z from 'zod';

const longestMillis = 2_000;

/** The issuer does not answer, or not as an issuer does. Nobody can be let in, and nobody is at fault who asks. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerServiceUnavailable';
}

const configuration = z.object({ jwks_uri: z.url() });

/** Nowhere else than asked: an issuer that sends us on is none that we agreed on. */
const answerOf = async (address: string): Promise<ArrayBuffer> => {
  const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(longestMillis) });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer.arrayBuffer();
};

/** A connection may break once. */
const get = (address: string): Promise<ArrayBuffer> => answerOf(address).catch(() => answerOf(address));

const keysOf = async (configurationAddress: string): Promise<ArrayBuffer> => {
  const said: unknown = JSON.parse(Buffer.from(await get(configurationAddress)).toString());
  const address = new URL(configuration.parse(said).jwks_uri);
  // Keys are as good as the way they came.
  if (address.protocol !== new URL(configurationAddress).protocol) throw new Error(`keys at ${address.protocol}`);
  return get(address.href);
};

/** Where an issuer says where its keys are, by OpenID Connect Discovery. */
export const configurationOf = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

/** Fetches the keys that an issuer publishes now. Throws IssuerUnavailable. */
export const publishedKeys = {
  fetch: (configurationAddress: string): Promise<ArrayBuffer> =>
    keysOf(configurationAddress).catch((cause: unknown) => {
      throw new IssuerUnavailable('the keys of the issuer cannot be had', { cause });
    }),
};

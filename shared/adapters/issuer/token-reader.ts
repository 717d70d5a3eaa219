import { JwtVerifier } from 'aws-jwt-verify';
import { JwksValidationError, JwkValidationError, JwtBaseError } from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import type { TokenReader } from '../../application/ports/token-reader.ts';
import { configurationOf, IssuerUnavailable, publishedKeys } from './published-keys.ts';

/** Signed as the gateway has it, too, and nothing in it that we would have to understand and do not. */
const isPlain = (header: { readonly alg?: unknown; readonly crit?: unknown }): boolean =>
  header.alg === 'RS256' && header.crit === undefined;

const isOfTheIssuer = (fault: unknown): boolean =>
  fault instanceof JwksValidationError || fault instanceof JwkValidationError;

/**
 * Checks the signature of tokens by the keys that the issuer publishes, and issuer and times by the way. Keys are fetched
 * when the first token comes and once more, at most every ten seconds, when one names a key that is not known: an address
 * in a token is never looked at. What a token must say besides to let somebody in is not asked here.
 */
export const createTokenReader = (issuer: string): TokenReader => {
  const refused = new Error('a token of another kind');
  const verifier = JwtVerifier.create(
    {
      issuer,
      jwksUri: configurationOf(issuer),
      // Cognito writes no audience into an access token; whoever asks compares it with its client.
      audience: null,
      graceSeconds: 60,
      customJwtCheck: ({ header }) => {
        if (!isPlain(header)) throw refused;
      },
    },
    { jwksCache: new SimpleJwksCache({ fetcher: publishedKeys }) },
  );
  return {
    read: async (token) => {
      try {
        return await verifier.verify(token);
      } catch (fault) {
        if (isOfTheIssuer(fault))
          throw new IssuerUnavailable('the keys of the issuer cannot be read', { cause: fault });
        if (fault instanceof JwtBaseError || fault === refused) return undefined;
        throw fault;
      }
    },
  };
};

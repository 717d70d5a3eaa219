/** What a token says of whoever brings it, each claim as its issuer wrote it. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * Tells what a token says once its signature is known to be one of the issuer's, made by a key that the issuer
 * publishes. Undefined for any other text. Throws while the issuer's keys cannot be had: then nobody can be told from anybody.
 */
export interface TokenReader {
  read(token: string): Promise<Claims | undefined>;
}

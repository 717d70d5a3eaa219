import * as z from 'zod';
import type { Resource } from '../runtime.ts';

/** What a token must show on one route. `scopes` empty: any token of the issuer for the audience will do. */
export interface JwtRule {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly scopes: readonly string[];
}

/** Reads a JWT authorizer; throws on any other kind and on an identity source other than the Authorization header. */
export function jwtAuthorizer(resource: Resource): Omit<JwtRule, 'scopes'> {
  const { JwtConfiguration } = authorizerProperties.parse(resource.properties);
  return { issuer: JwtConfiguration.Issuer, audience: JwtConfiguration.Audience };
}

const authorizerProperties = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.string().regex(/^\$request\.header\.Authorization$/i)]),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()).min(1) }),
});

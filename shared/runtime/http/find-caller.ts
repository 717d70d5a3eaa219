import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Caller } from '../../application/caller.ts';
import type { Ports } from '../../application/ports/ports.ts';
import type { TokenReader } from '../../application/ports/token-reader.ts';
import { idPattern, userId } from '../../kernel/ids.ts';
import { type Result, ok, refuse } from '../../kernel/result.ts';
import { personIn, type TrustedTokens } from './trusted-token.ts';

export type CallerPorts = Pick<Ports, 'store' | 'clock'> & { readonly tokens: TokenReader };

/** Who calls, or why nobody does: no access token of ours, or somebody we do not know or have disabled. */
export type FindCaller = (
  trigger: APIGatewayProxyEventV2WithJWTAuthorizer,
) => Promise<Result<Caller, { readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' }>>;

/** The word before it may be missing, as the gateway allows. */
const tokenOf = ({ headers }: APIGatewayProxyEventV2WithJWTAuthorizer): string =>
  (headers['authorization'] ?? '').replace(/^bearer +/i, '');

/**
 * The token says only who; rights, memberships and the agency's settings come from our own store, in this request.
 * Nothing that the gateway found out about the token is taken on trust.
 */
export const findCaller =
  ({ store, clock, tokens }: CallerPorts, trusted: TrustedTokens): FindCaller =>
  async (trigger) => {
    const claims = await tokens.read(tokenOf(trigger));
    const now = clock.now();
    const name = claims && personIn(claims, trusted, now);
    if (name === undefined) return refuse({ code: 'UNAUTHENTICATED' });
    if (!idPattern.test(name)) return refuse({ code: 'FORBIDDEN' });
    const [user, agency] = await Promise.all([store.load('user', userId(name)), store.load('agency', 'AGENCY')]);
    if (agency === undefined) throw new Error('the agency has no settings yet');
    if (user?.state.active !== true) return refuse({ code: 'FORBIDDEN' });
    return ok({
      actor: { kind: 'PERSON', user: user.state },
      actorVersion: user.version,
      now,
      agency: agency.state,
      requestId: trigger.requestContext.requestId,
    });
  };

import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Caller } from '../../application/caller.ts';
import type { Ports } from '../../application/ports/ports.ts';
import { idPattern, userId } from '../../kernel/ids.ts';
import { type Result, ok, refuse } from '../../kernel/result.ts';
import { type Claims, personIn, type TrustedTokens } from './trusted-token.ts';

type Trigger = Pick<APIGatewayProxyEventV2WithJWTAuthorizer, 'requestContext'>;

/** Who calls, or why nobody does: no access token of ours, or somebody we do not know or have disabled. */
export type FindCaller = (
  trigger: APIGatewayProxyEventV2WithJWTAuthorizer,
) => Promise<Result<Caller, { readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' }>>;

// The types promise an authorizer; on a route that is open by mistake there is none.
const claimsOf = (trigger: Trigger): Claims => {
  const context: { readonly authorizer?: { readonly jwt?: { readonly claims?: Claims } } } = trigger.requestContext;
  return context.authorizer?.jwt?.claims ?? {};
};

/** The token says only who; rights, memberships and the agency's settings come from our own store, in this request. */
export const findCaller =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>, trusted: TrustedTokens): FindCaller =>
  async (trigger) => {
    const now = clock.now();
    const name = personIn(claimsOf(trigger), trusted, now);
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

import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Caller } from '../../application/caller.ts';
import type { Ports } from '../../application/ports/ports.ts';
import { idPattern, userId } from '../../kernel/ids.ts';
import { type Result, ok, refuse } from '../../kernel/result.ts';

type Trigger = Pick<APIGatewayProxyEventV2WithJWTAuthorizer, 'requestContext'>;
type Claims = Readonly<Record<string, unknown>>;

/** Who calls, or why nobody does: no access token of ours, or somebody we do not know or have disabled. */
export type FindCaller = (
  trigger: APIGatewayProxyEventV2WithJWTAuthorizer,
) => Promise<Result<Caller, { readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' }>>;

// The types promise an authorizer; on a route that is open by mistake there is none.
const claimsOf = (trigger: Trigger): Claims => {
  const context: { readonly authorizer?: { readonly jwt?: { readonly claims?: Claims } } } = trigger.requestContext;
  return context.authorizer?.jwt?.claims ?? {};
};

/** An identity token says who somebody is to the pages; only an access token lets him in here. */
const namedBy = (claims: Claims, claim: string): string | undefined => {
  // Cognito says what a token is for; an issuer of the agency's own may not, and is held to the route's scope alone.
  const isForAccess = claims['token_use'] === undefined || claims['token_use'] === 'access';
  const name = isForAccess ? claims[claim] : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
};

/** The token says only who; rights, memberships and the agency's settings come from our own store, in this request. */
export const findCaller =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>, claim: string): FindCaller =>
  async (trigger) => {
    const name = namedBy(claimsOf(trigger), claim);
    if (name === undefined) return refuse({ code: 'UNAUTHENTICATED' });
    if (!idPattern.test(name)) return refuse({ code: 'FORBIDDEN' });
    const [user, agency] = await Promise.all([store.load('user', userId(name)), store.load('agency', 'AGENCY')]);
    if (agency === undefined) throw new Error('the agency has no settings yet');
    if (user?.state.active !== true) return refuse({ code: 'FORBIDDEN' });
    return ok({
      actor: { kind: 'PERSON', user: user.state },
      actorVersion: user.version,
      now: clock.now(),
      agency: agency.state,
      requestId: trigger.requestContext.requestId,
    });
  };

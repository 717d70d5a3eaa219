import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeJwt } from 'jose';
import type { Provider } from 'oidc-provider';
import { pageAnswer, send } from '../http/answer.ts';
import { html, page } from '../http/markup.ts';
import type { PoolDefinition } from './pool-definition.ts';

/**
 * Ends the session at once and leads back, as Cognito's /logout does. Takes Cognito's `client_id` and `logout_uri` as well as the
 * standard's `id_token_hint`, `post_logout_redirect_uri` and `state`. An address the client has not registered is answered 400,
 * and the session stays.
 */
export function createSignOut(provider: Provider, pool: PoolDefinition) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = new URL(request.url ?? '/', pool.issuer).searchParams;
    const target = asked.get('logout_uri') ?? asked.get('post_logout_redirect_uri');
    const clientId = asked.get('client_id') ?? audienceOf(asked.get('id_token_hint'));
    const client = pool.clients.find((one) => one.clientId === clientId);
    if (target !== null && !client?.logoutUrls.includes(target)) {
      const reason = html`<p>The application asked to be led to an address it has not registered.</p>`;
      return send(response, pageAnswer(400, page('Signing out did not work', reason)));
    }
    const session = await provider.Session.get(provider.createContext(request, response));
    await session.destroy();
    if (target === null) return send(response, pageAnswer(200, page('You are signed out', html``)));
    send(response, { status: 302, headers: { location: withState(target, asked.get('state')) }, body: '' });
  };
}

function audienceOf(idToken: string | null): string | undefined {
  try {
    return idToken === null ? undefined : [decodeJwt(idToken).aud].flat()[0];
  } catch {
    return undefined;
  }
}

function withState(target: string, state: string | null): string {
  const url = new URL(target);
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
}

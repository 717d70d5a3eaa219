import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Interaction, Provider } from 'oidc-provider';
import { pageAnswer, send } from '../http/answer.ts';
import { html, type Markup, page, pagePolicy } from '../http/markup.ts';
import { readBody } from '../http/read-body.ts';
import { displayName, roleOf } from './people.ts';
import type { PoolUser, Users } from './users.ts';

/** The page on which one chooses whom to be: a button for each person of the pool who may sign in. */
export function createSignInPage(provider: Provider, users: Users) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const begun = await provider.interactionDetails(request, response).catch(() => undefined);
    if (!begun)
      return show(response, 400, 'This sign-in has lapsed', html`<p>Go back to the application and sign in again.</p>`);
    if (request.method !== 'POST') return show(response, 200, 'Sign in', choices(users.all()));
    const body = await readBody(request, 10_000);
    const chosen = users.find(new URLSearchParams(body.toString()).get('user') ?? '');
    if (!chosen?.enabled)
      return show(response, 403, 'This person may not sign in', html`<p><a href="">Choose somebody else</a></p>`);
    if (begun.session?.accountId !== chosen.sub) await leaveSession(provider, begun);
    await provider.interactionFinished(request, response, { login: { accountId: chosen.sub } });
  };
}

/** Whoever is signed in leaves before somebody else enters; oidc-provider would ask that with a page that needs script. */
async function leaveSession(provider: Provider, begun: Interaction): Promise<void> {
  if (begun.session === undefined) return;
  const session = await provider.Session.findByUid(begun.session.uid);
  await session?.destroy();
  begun.session = undefined;
  await begun.save(begun.exp - Math.floor(Date.now() / 1000));
}

function show(response: ServerResponse, status: number, title: string, body: Markup): void {
  send(
    response,
    pageAnswer(status, page(title, body), { 'content-security-policy': pagePolicy, 'x-frame-options': 'DENY' }),
  );
}

function choices(everybody: readonly PoolUser[]): Markup {
  const enabled = everybody.filter((user) => user.enabled);
  if (enabled.length === 0) return html`<p>Nobody can sign in yet: the user pool is empty.</p>`;
  return html`<p>This is the local stand-in for the agency's sign-in. Choose whom to be; there are no passwords.</p>
<form method="post">
<ul class="choices">
${enabled.map((user) => html`<li>${choice(user)}</li>`)}
</ul>
</form>`;
}

const choice = (user: PoolUser): Markup =>
  html`<button name="user" value="${user.username}"><strong>${displayName(user)}</strong> <span class="note">${user.username} ${roleOf(user)}</span></button>`;

/**
 * Sign-in by OpenID Connect: authorization code with PKCE, at whatever issuer `/config.json` names. The token lives in
 * this tab's memory only; a reload asks the issuer again, which remembers the person.
 */

const base64url = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fetched = async (url, options) => {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${new URL(url, location.href).pathname} answered ${answer.status}`);
  return answer.json();
};

const callback = () => `${location.origin}/signed-in`;

const issuer = async () => {
  const config = await fetched('/config.json');
  return { ...config, ...(await fetched(`${config.authority}/.well-known/openid-configuration`)) };
};

/** Leaves for the issuer's page. */
export const signIn = async () => {
  const { authorization_endpoint: endpoint, clientId, scope } = await issuer();
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const state = base64url(crypto.getRandomValues(new Uint8Array(16)));
  sessionStorage.setItem('sign-in', JSON.stringify({ verifier, state }));
  const challenge = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callback(),
    scope,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  location.assign(`${endpoint}?${query}`);
};

/** The access token when the issuer has just sent the person back, else undefined. Throws when the answer is not ours. */
export const finishSignIn = async () => {
  if (location.pathname !== '/signed-in') return undefined;
  const query = new URLSearchParams(location.search);
  const started = JSON.parse(sessionStorage.getItem('sign-in') ?? 'null');
  sessionStorage.removeItem('sign-in');
  history.replaceState(null, '', '/');
  const code = query.get('code');
  if (!code || !started || query.get('state') !== started.state) throw new Error('The sign-in was not finished');
  const { token_endpoint: endpoint, clientId } = await issuer();
  const tokens = await fetched(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: callback(),
      code,
      code_verifier: started.verifier,
    }),
  });
  return tokens.access_token;
};

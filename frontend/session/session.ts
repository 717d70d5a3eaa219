import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Voucher } from '../api/client.ts';
import type { Configuration } from './configuration.ts';

const callbackPath = '/signed-in';

/**
 * Sign-in by OpenID Connect: authorization code with PKCE, at whatever issuer the configuration names. Tokens live in
 * this tab's memory only; a reload asks the issuer again, which remembers the person.
 */
export interface Session extends Voucher {
  isSignedIn(): boolean;
  /** Leaves for the issuer's page, which leads back to `returnTo`, a place of ours. */
  signIn(returnTo: string): Promise<void>;
  isReturning(): boolean;
  /** After the issuer sent the person back: where he was. Throws when the answer is not ours. */
  finishSignIn(): Promise<string>;
  signOut(): Promise<void>;
  /** Whether a request was refused because the session has ended. */
  readonly hasEnded: () => boolean;
  /** Calls back whenever `hasEnded` changes; the answer ends that. */
  readonly watch: (listener: () => void) => () => void;
}

/** Only places of this origin: what came through the issuer could be anything. */
const placeOf = (state: unknown): string =>
  typeof state === 'string' && state.startsWith('/') && !state.startsWith('//') ? state : '/';

const managerFor = ({ authority, clientId, scope }: Configuration): UserManager =>
  new UserManager({
    authority,
    client_id: clientId,
    scope,
    redirect_uri: `${window.location.origin}${callbackPath}`,
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: false,
    loadUserInfo: false,
  });

export const createSession = (configuration: Configuration): Session => {
  const manager = managerFor(configuration);
  const listeners = new Set<() => void>();
  let token: string | undefined;
  let ended = false;
  let renewal: Promise<boolean> | null = null;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const renewed = async (): Promise<boolean> => {
    // Without a refresh token it would be tried in a frame, which the policy of the pages refuses.
    if ((await manager.getUser())?.refresh_token === undefined) return false;
    const user = await manager.signinSilent().catch(() => null);
    token = user?.access_token ?? token;
    return user !== null;
  };
  return {
    token: () => token,
    isSignedIn: () => token !== undefined,
    // Requests that were refused together renew once.
    renew() {
      renewal ??= renewed().finally(() => {
        renewal = null;
      });
      return renewal;
    },
    ended() {
      ended = true;
      tell();
    },
    hasEnded: () => ended,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signIn: (returnTo) => manager.signinRedirect({ state: returnTo }),
    isReturning: () => window.location.pathname === callbackPath,
    async finishSignIn() {
      const user = await manager.signinRedirectCallback();
      token = user.access_token;
      return placeOf(user.state);
    },
    async signOut() {
      const home = `${window.location.origin}/`;
      // Cognito wants the second pair of names, the standard the first.
      await manager.signoutRedirect({
        post_logout_redirect_uri: home,
        extraQueryParams: { client_id: configuration.clientId, logout_uri: home },
      });
    },
  };
};

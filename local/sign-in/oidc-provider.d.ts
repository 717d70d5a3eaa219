/** The part of oidc-provider that is used here; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Entities {
    readonly AccessToken?: {
      readonly scope?: string;
      readonly accountId: string;
      readonly clientId: string;
      readonly grantId?: string;
    };
  }
  export interface Context {
    type: string;
    status: number;
    body: unknown;
    readonly query: Readonly<Record<string, string | string[] | undefined>>;
    readonly oidc?: {
      readonly route: string;
      readonly entities: Entities;
      readonly session?: { readonly accountId?: string };
      readonly client?: { readonly clientId: string };
    };
  }
  export interface Interaction {
    readonly exp: number;
    session: { readonly uid: string; readonly accountId?: string } | undefined;
    save(seconds: number): Promise<void>;
  }
  export interface Session {
    destroy(): Promise<void>;
  }
  export class Grant {
    constructor(properties: { accountId: string | undefined; clientId: string | undefined });
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    readonly Grant: typeof Grant;
    readonly Session: { get(context: Context): Promise<Session>; findByUid(uid: string): Promise<Session | undefined> };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    createContext(request: IncomingMessage, response: ServerResponse): Context;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
    on(name: 'server_error', listener: (context: Context, error: unknown) => void): void;
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void;
  }
  export namespace errors {
    class InvalidScope extends Error {
      constructor(description: string, scope: string);
    }
  }
  export namespace interactionPolicy {
    class Check {
      readonly reason: string;
      constructor(reason: string, description: string, check: (context: Context) => boolean);
    }
    function base(): {
      remove(prompt: string): void;
      get(prompt: string): { readonly checks: { add(check: Check): void } };
    };
  }
}

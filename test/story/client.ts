import { randomUUID } from 'node:crypto';

export type Json = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  /** The body as it came. */
  readonly text: string;
}

export interface SendOptions {
  readonly body?: unknown;
  /** A body that is sent as it stands, whatever it is. */
  readonly raw?: string;
  /** The Idempotency-Key; one of its own without it, none at all with null. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One signed-in person at the HTTP API. */
export interface Person {
  readonly name: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, options?: SendOptions): Promise<Answer>;
  send(method: string, path: string, options?: SendOptions): Promise<Answer>;
}

/** Looks at every answer before its test does, and throws at one that should not be. */
export type Judge = (method: string, path: string, answer: Answer) => void;

const bodyOf = (text: string): Json => {
  if (text === '') return {};
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : { value };
};

export const tokenFor = async (origin: string, user: string): Promise<string> => {
  const response = await fetch(`${origin}/_local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  const { access_token: token } = bodyOf(await response.text());
  if (typeof token !== 'string') throw new Error(`no token for ${user}: ${response.status}`);
  return token;
};

/** Signs a seeded user in and speaks to the API as that person. */
export const signIn = async (origin: string, name: string, judge?: Judge): Promise<Person> => {
  const token = await tokenFor(origin, name);
  const send = async (method: string, path: string, options: SendOptions = {}): Promise<Answer> => {
    const sent = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
    const key = options.key === undefined ? randomUUID() : options.key;
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' && key !== null ? { 'idempotency-key': key } : {}),
        ...options.headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    const answer = { status: response.status, headers: response.headers, body: isJson ? bodyOf(text) : {}, text };
    judge?.(method, path, answer);
    return answer;
  };
  return {
    name,
    send,
    get: (path) => send('GET', path),
    post: (path, body, options = {}) => send('POST', path, { ...options, ...(body === undefined ? {} : { body }) }),
  };
};

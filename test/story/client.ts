import { randomUUID } from 'node:crypto';

export type Json = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

export interface SendOptions {
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One signed-in person at the HTTP API. */
export interface Person {
  readonly name: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, options?: SendOptions): Promise<Answer>;
  send(method: string, path: string, options?: SendOptions): Promise<Answer>;
}

const bodyOf = (text: string): Json => {
  if (text === '') return {};
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : { value };
};

const tokenFor = async (origin: string, user: string): Promise<string> => {
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
export const signIn = async (origin: string, name: string): Promise<Person> => {
  const token = await tokenFor(origin, name);
  const send = async (method: string, path: string, options: SendOptions = {}): Promise<Answer> => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': options.key ?? randomUUID() } : {}),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    return { status: response.status, headers: response.headers, body: bodyOf(await response.text()) };
  };
  return {
    name,
    send,
    get: (path) => send('GET', path),
    post: (path, body, options = {}) => send('POST', path, { ...options, ...(body === undefined ? {} : { body }) }),
  };
};

/** Moves the local clock forward; what became due has fired when this resolves. */
export const moveClock = async (origin: string, now: string): Promise<void> => {
  const response = await fetch(`${origin}/_local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  });
  if (!response.ok) throw new Error(`the clock does not move: ${response.status}`);
};

import createClient from 'openapi-fetch';
import type { paths } from './openapi.ts';
import { notConnected, refusedBy } from './problem.ts';

/** Who vouches for the requests: the session, as far as requests know it. */
export interface Voucher {
  token(): string | undefined;
  /** A new token without asking the person; false when that is not possible. */
  renew(): Promise<boolean>;
  /** Called when a request was refused for want of a session. */
  ended(): void;
}

const nobody: Voucher = { token: () => undefined, renew: async () => false, ended: () => undefined };
let voucher = nobody;

/** Called once, before the first request. */
export const vouchBy = (session: Voucher): void => {
  voucher = session;
};

const withToken = (request: Request): Request => {
  const token = voucher.token();
  if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
  return request;
};

/** Sends with the present token; refused for it, once more with a new one. */
const send = async (request: Request): Promise<Response> => {
  const copy = request.clone();
  const response = await fetch(withToken(request));
  if (response.status !== 401) return response;
  if (await voucher.renew()) return fetch(withToken(copy));
  voucher.ended();
  return response;
};

/** The API, typed by its document. Every call goes through `answerOf`, which throws what is refused. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: send });

interface Sent<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

export interface Answer<Data> {
  readonly data: Data;
  /** For If-Match, where the thing has a version. */
  readonly etag: string | null;
  /** Seconds the API asks to wait before asking again. */
  readonly retryAfter: number | null;
}

const secondsIn = (header: string | null): number | null => (header === null ? null : Number(header));

/** The whole answer. Throws `Refused` for a refusal and when nothing came through. */
export const wholeAnswerOf = async <Data>(sent: Promise<Sent<Data>>): Promise<Answer<NonNullable<Data>>> => {
  const { data, error, response } = await sent.catch(() => {
    throw notConnected();
  });
  if (!response.ok || data === undefined || data === null) throw refusedBy(response, error);
  const retryAfter = secondsIn(response.headers.get('retry-after'));
  return { data, etag: response.headers.get('etag'), retryAfter };
};

/** The body of the answer. */
export const answerOf = async <Data>(sent: Promise<Sent<Data>>): Promise<NonNullable<Data>> =>
  (await wholeAnswerOf(sent)).data;

/** For operations that answer with no body. */
export const doneBy = async (sent: Promise<Sent<unknown>>): Promise<void> => {
  const { error, response } = await sent.catch(() => {
    throw notConnected();
  });
  if (!response.ok) throw refusedBy(response, error);
};

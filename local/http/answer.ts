import type { ServerResponse } from 'node:http';
import type { Markup } from './markup.ts';

/** What a door of the local runtime answers. Header names are lower case; a list is sent as repeated headers. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

export const jsonAnswer = (status: number, value: unknown, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(value),
});

export const textAnswer = (status: number, text: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: text,
});

export const pageAnswer = (status: number, page: Markup, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: page.markup,
});

/** Sends an answer. A header Node refuses (line breaks in a value, say) throws before anything was sent. */
export function send(response: ServerResponse, answer: Answer): void {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const headers = new Map(Object.entries(answer.headers));
  const bodiless = answer.status === 204 || answer.status === 304;
  if (!bodiless) headers.set('content-length', String(body.length));
  response.setHeaders(headers);
  response.writeHead(answer.status);
  response.end(bodiless ? undefined : body);
}

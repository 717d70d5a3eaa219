import type { Answer } from '../http/answer.ts';

const text = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: `${body}\n`,
});

/** What the CDN answers by itself. */
export const cdnAnswers = {
  badRequest: text(400, 'Bad request.'),
  methodRefused: text(403, 'This distribution does not pass on requests with this method.'),
  notFound: text(404, 'There is no such page.'),
  functionFailed: text(503, "The CDN function of this page failed; see the runtime's log."),
} as const;

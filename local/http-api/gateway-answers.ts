import { type Answer, jsonAnswer } from '../http/answer.ts';

const message = (status: number, text: string, headers: Answer['headers'] = {}): Answer =>
  jsonAnswer(status, { message: text }, headers);

/** The answers API Gateway gives by itself, word for word. */
export const gatewayAnswers = {
  badRequest: message(400, 'Bad Request'),
  unauthorized: message(401, 'Unauthorized', { 'www-authenticate': 'Bearer' }),
  forbidden: (scopes: readonly string[]): Answer =>
    message(403, 'Forbidden', { 'www-authenticate': `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"` }),
  notFound: message(404, 'Not Found'),
  tooLarge: message(413, 'Request Entity Too Large'),
  headersTooLarge: message(431, 'Request Header Fields Too Large'),
  internalError: message(500, 'Internal Server Error'),
  unavailable: message(503, 'Service Unavailable'),
} as const;

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Problem } from '../../contracts/schemas/problem.ts';
import { type ProblemCode, problems } from './problems.ts';

const privately = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };

export interface ProblemFacts {
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RequestLine {
  readonly path: string;
  readonly requestId: string;
}

/** A refusal as RFC 9457 writes it. The sentence comes from the catalogue, never from input or internals. */
export const problemAnswer = (
  code: ProblemCode,
  line: RequestLine,
  more: ProblemFacts = {},
): APIGatewayProxyStructuredResultV2 => {
  const [status, title] = problems[code];
  const body: Problem = {
    type: `/problems#${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    detail: title,
    instance: line.path,
    code,
    ...(more.errors === undefined ? {} : { errors: [...more.errors] }),
    ...(more.facts === undefined ? {} : { facts: more.facts }),
    requestId: line.requestId,
  };
  return {
    statusCode: status,
    headers: { ...privately, 'content-type': 'application/problem+json', ...more.headers },
    body: JSON.stringify(body),
  };
};

export interface Success {
  readonly status: number;
  readonly body: unknown;
  readonly version?: number | undefined;
  readonly location?: string | undefined;
}

/** A success: JSON, with the version as ETag, and for long work where to look and when. */
export const successAnswer = (success: Success, line: RequestLine): APIGatewayProxyStructuredResultV2 => ({
  statusCode: success.status,
  headers: {
    ...privately,
    'x-request-id': line.requestId,
    ...(success.status === 204 ? {} : { 'content-type': 'application/json' }),
    ...(success.version === undefined ? {} : { etag: `"${success.version}"` }),
    ...(success.location === undefined ? {} : { location: success.location }),
    ...(success.status === 202 ? { 'retry-after': '1' } : {}),
  },
  ...(success.status === 204 ? {} : { body: JSON.stringify(success.body) }),
});

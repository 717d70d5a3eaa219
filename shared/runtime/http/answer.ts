import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Problem } from '../../contracts/schemas/problem.ts';
import { type AnsweredDocument, documentAnswer } from './document.ts';
import { type ProblemCode, problems } from './problems.ts';

const privately = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };

export interface ProblemFacts {
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[] | undefined;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where a refusal is about one value of the input, it is 422 whatever its code is otherwise. */
  readonly status?: number;
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
  const [usual, title] = problems[code];
  const status = more.status ?? usual;
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
  readonly retryAfter?: number | undefined;
}

const secondsToWait = ({ status, retryAfter }: Success): number | undefined =>
  retryAfter ?? (status === 202 ? 1 : undefined);

/** A success: JSON, with the version as ETag, and for long work where to look and when. */
export const successAnswer = (success: Success, line: RequestLine): APIGatewayProxyStructuredResultV2 => {
  const wait = secondsToWait(success);
  return {
    statusCode: success.status,
    headers: {
      ...privately,
      'x-request-id': line.requestId,
      ...(success.status === 204 ? {} : { 'content-type': 'application/json' }),
      ...(success.version === undefined ? {} : { etag: `"${success.version}"` }),
      ...(success.location === undefined ? {} : { location: success.location }),
      ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
    },
    ...(success.status === 204 ? {} : { body: JSON.stringify(success.body) }),
  };
};

/** A success that is a file to save. */
export const fileAnswer = (file: AnsweredDocument, line: RequestLine): APIGatewayProxyStructuredResultV2 =>
  documentAnswer(file, { ...privately, 'x-request-id': line.requestId });

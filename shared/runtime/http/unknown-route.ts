import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Operation } from '../../contracts/operations/operation.ts';
import { type RequestLine, problemAnswer } from './answer.ts';

/** Answers what no operation of an area is behind. */
export type Fallback = (
  trigger: Pick<APIGatewayProxyEventV2, 'rawPath' | 'requestContext'>,
  line: RequestLine,
) => APIGatewayProxyStructuredResultV2;

const isParameter = (segment: string): boolean => segment.startsWith('{');

const fits = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((segment, index) => (isParameter(segment) ? given[index] !== '' : segment === given[index]))
  );
};

/** 405 with what the address does take where another method of the contract has it, else 404. */
export const unknownRoute =
  (operations: readonly Pick<Operation, 'method' | 'path'>[]): Fallback =>
  (trigger, line) => {
    const methods = operations.filter(({ path }) => fits(path, trigger.rawPath)).map(({ method }) => method);
    const allow = [...new Set<string>(methods)].sort();
    return allow.length === 0 || allow.includes(trigger.requestContext.http.method)
      ? problemAnswer('NOT_FOUND', line)
      : problemAnswer('METHOD_NOT_ALLOWED', line, { headers: { allow: allow.join(', ') } });
  };

import type * as z from 'zod';
import { operations } from '../../shared/contracts/operations.ts';
import { replyHeaders } from '../../shared/contracts/operations/reply-headers.ts';
import type { Operation } from '../../shared/contracts/operations/operation.ts';
import { problem } from '../../shared/contracts/schemas/problem.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

const isSame = (left: unknown, right: unknown): boolean => canonicalJson(left) === canonicalJson(right);

/** Throws unless a success has the headers that its operation declares, and of those that can be declared no other. */
const expectHeaders = (route: string, row: Operation, headers: Answer['headers']): void => {
  const declared = replyHeaders(row);
  for (const name of ['ETag', 'Location', 'Retry-After'] as const) {
    const isThere = headers[name.toLowerCase()] !== undefined;
    if (isThere ? !declared.has(name) : declared.get(name) === 'ALWAYS')
      throw new Error(`${route} answers ${isThere ? 'with' : 'without'} ${name}, against the contract`);
  }
};

/** Throws unless an answer is one that the contract declares: its headers, its media type, its body to the last field. */
export const expectDeclared = (route: string, { status, headers, body }: Answer): void => {
  const operation = operations.find((row) => `${row.method} ${row.path}` === route);
  if (operation !== undefined && status < 300) expectHeaders(route, operation, headers);
  const schema: z.ZodType | null | undefined = status < 300 ? operation?.reply : problem;
  if (schema === null && status === 204 && body === undefined) return;
  const declared = schema?.safeParse(body);
  if (!declared?.success || !isSame(declared.data, body))
    throw new Error(`${route} answered ${status} with a body that the contract does not declare`);
  if (headers['content-type'] !== (status < 300 ? 'application/json' : 'application/problem+json'))
    throw new Error(`${route} answered ${status} as ${String(headers['content-type'])}`);
};

import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { operations } from '../../../shared/contracts/operations.ts';
import type { Operation } from '../../../shared/contracts/operations/operation.ts';
import { replyHeaders } from '../../../shared/contracts/operations/reply-headers.ts';
import { problem } from '../../../shared/contracts/schemas/problem.ts';

const repeatKey = z
  .string()
  .meta({ description: 'Makes the request safe to repeat: the same key and body get the first answer.' });
const ifMatch = z.string().meta({ description: 'The ETag that was loaded, or * for whatever is there.' });

const headersOf = ({ method, ifMatch: matches }: Operation) => ({
  ...(method === 'POST' ? { 'Idempotency-Key': repeatKey } : {}),
  ...(matches ? { 'If-Match': ifMatch } : {}),
});

const seconds = z.string().meta({ description: 'Seconds after which looking again is worth it.' });
const allow = z.string().meta({ description: 'With 405: the methods that this address takes.' });

const descriptions = {
  ETag: z.string().meta({ description: 'The version of what is shown; If-Match names it.' }),
  Location: z.string().meta({ description: 'Where what was made can be read.' }),
  'Retry-After': seconds,
} as const;

const answeredHeaders = (row: Operation) => {
  const headers = [...replyHeaders(row)].map(([name, when]) => {
    const described = descriptions[name];
    return [name, when === 'ALWAYS' ? described : described.optional()] as const;
  });
  return headers.length === 0 ? {} : { headers: z.object(Object.fromEntries(headers)) };
};

const replyOf = (row: Operation) => ({
  description: row.summary,
  ...answeredHeaders(row),
  ...(row.reply === null ? {} : { content: { 'application/json': { schema: row.reply } } }),
});

const refusal: ZodOpenApiResponseObject = {
  id: 'Refusal',
  description: 'A refusal; `code` says which.',
  headers: z.object({ Allow: allow.optional(), 'Retry-After': seconds.optional() }),
  content: { 'application/problem+json': { schema: problem } },
};

/** One operation of the contract as OpenAPI says it. */
const operationObject = (row: Operation): ZodOpenApiOperationObject => ({
  operationId: row.operationId,
  summary: row.summary,
  tags: [row.area],
  ...(row.auth === 'none' ? { security: [] } : {}),
  requestParams: { path: row.params, query: row.query, header: z.object(headersOf(row)) },
  ...(row.body === null ? {} : { requestBody: { content: { 'application/json': { schema: row.body } } } }),
  responses: {
    [`${row.status}`]: replyOf(row),
    default: refusal,
  },
});

const paths = (): ZodOpenApiPathsObject => {
  const byPath: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const row of operations) {
    byPath[row.path] = { ...byPath[row.path], [row.method.toLowerCase()]: operationObject(row) };
  }
  return byPath;
};

/** The whole contract as an OpenAPI 3.1 document. */
export const openApiDocument = () =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Attest',
      version: '1',
      description:
        'Certification of K-12 data: publish, validate, snapshot, certify, approve. Where an object of a request names a ' +
        'member twice, the last one counts.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths: paths(),
  });

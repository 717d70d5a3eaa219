import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { operations } from '../../../shared/contracts/operations.ts';
import type { Operation } from '../../../shared/contracts/operations/operation.ts';
import { problem } from '../../../shared/contracts/schemas/problem.ts';

const repeatKey = z
  .string()
  .meta({ description: 'Makes the request safe to repeat: the same key and body get the first answer.' });
const ifMatch = z.string().meta({ description: 'The ETag that was loaded, or * for whatever is there.' });

const headersOf = ({ method, ifMatch: matches }: Operation) => ({
  ...(method === 'POST' ? { 'Idempotency-Key': repeatKey } : {}),
  ...(matches ? { 'If-Match': ifMatch } : {}),
});

const replyOf = ({ reply, summary }: Operation) =>
  reply === null
    ? { description: summary }
    : { description: summary, content: { 'application/json': { schema: reply } } };

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
    default: {
      description: 'A refusal; `code` says which.',
      content: { 'application/problem+json': { schema: problem } },
    },
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
      description: 'Certification of K-12 data: publish, validate, snapshot, certify, approve.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths: paths(),
  });

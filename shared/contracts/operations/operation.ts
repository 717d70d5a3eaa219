import type * as z from 'zod';

export type Area = 'directory' | 'events' | 'certifications' | 'validation' | 'datasets' | 'reports';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type ObjectSchema = z.ZodObject<Readonly<Record<string, z.ZodType>>>;

/**
 * One row of the HTTP contract: router, policy keys, CDK routes, OpenAPI document, typed client and contract tests all
 * read it. Every POST takes an Idempotency-Key; `ifMatch` ones need If-Match; both are checked by the door.
 */
export interface Operation {
  readonly operationId: string;
  readonly method: Method;
  /** `/v1/...` with `{name}` parameters, as API Gateway writes them. */
  readonly path: string;
  readonly area: Area;
  readonly auth: 'token' | 'none';
  readonly summary: string;
  readonly params: ObjectSchema;
  readonly query: ObjectSchema;
  readonly body: z.ZodType | null;
  readonly reply: z.ZodType | null;
  readonly status: 200 | 201 | 202 | 204;
  readonly ifMatch: boolean;
}

/** Keeps the exact schema types of a row, so that its door is typed by it. */
export const operation = <const Row extends Operation>(row: Row): Row => row;

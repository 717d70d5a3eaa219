import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Caller, RepeatKey } from '../../application/caller.ts';
import type { Operation } from '../../contracts/operations/operation.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { type Result, ok, refuse } from '../../kernel/result.ts';
import type { DoorRequest } from './door.ts';
import { type InputError, inputErrors, pointerOf } from './input-errors.ts';
import { negativeZerosIn } from './negative-zero.ts';
import { parseBody } from './parse-body.ts';
import type { DoorCode } from './problems.ts';
import { queryObject } from './query.ts';

export interface GateFailure {
  readonly code: DoorCode | 'NOT_FOUND';
  readonly errors?: readonly InputError[];
}

type Checked<Value> = Result<Value, GateFailure>;

const keyPattern = /^[\x21-\x7e]{1,200}$/;

const repeatKeyOf = (
  operation: Operation,
  trigger: APIGatewayProxyEventV2,
  body: unknown,
): Checked<RepeatKey | null> => {
  if (operation.method !== 'POST') return ok(null);
  const key = trigger.headers['idempotency-key'];
  if (key === undefined || key === '') return refuse({ code: 'IDEMPOTENCY_KEY_REQUIRED' });
  if (!keyPattern.test(key)) return refuse({ code: 'IDEMPOTENCY_KEY_INVALID' });
  const bodyHash = createHash('sha256')
    .update(canonicalJson([trigger.rawPath, body]))
    .digest('hex');
  return ok({ operation: operation.operationId, key, bodyHash });
};

const expectedVersionOf = (operation: Operation, trigger: APIGatewayProxyEventV2): Checked<number | null> => {
  if (!operation.ifMatch) return ok(null);
  const header = trigger.headers['if-match']?.trim();
  if (header === undefined || header === '') return refuse({ code: 'IF_MATCH_REQUIRED' });
  if (header === '*') return ok(null);
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header)?.[1];
  return version === undefined ? refuse({ code: 'IF_MATCH_STALE' }) : ok(Number(version));
};

const decodedParams = (trigger: APIGatewayProxyEventV2): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(trigger.pathParameters ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );

const signedZeros = (body: unknown): readonly InputError[] =>
  negativeZerosIn(body)
    .slice(0, 50)
    .map((path) => ({ pointer: pointerOf('', path), detail: 'is a zero with a sign' }));

/** Turns a raw trigger into a request of this operation. An address that cannot name anything is absent, not invalid. */
export const passGate = (
  operation: Operation,
  trigger: APIGatewayProxyEventV2,
  caller: Caller,
): Checked<DoorRequest<Operation>> => {
  const params = operation.params.safeParse(decodedParams(trigger));
  if (!params.success) return refuse({ code: 'NOT_FOUND' });
  const contentType = trigger.headers['content-type'];
  const raw = parseBody({ text: trigger.body, base64: trigger.isBase64Encoded, contentType });
  if (!raw.ok) return refuse({ code: raw.failure });
  const repeat = repeatKeyOf(operation, trigger, raw.value);
  if (!repeat.ok) return repeat;
  const version = expectedVersionOf(operation, trigger);
  if (!version.ok) return version;
  const query = operation.query.safeParse(queryObject(operation.query, trigger.rawQueryString));
  const body = operation.body?.safeParse(raw.value);
  const errors = [
    ...(query.success ? [] : inputErrors('?', query.error.issues)),
    ...(body === undefined || body.success ? [] : inputErrors('', body.error.issues)),
    ...(body === undefined ? [] : signedZeros(raw.value)),
  ];
  if (errors.length > 0 || !query.success) return refuse({ code: 'INVALID_INPUT', errors });
  return ok({
    params: params.data,
    query: query.data,
    body: body?.success ? body.data : undefined,
    caller,
    repeat: repeat.value,
    expectedVersion: version.value,
    path: trigger.rawPath,
  });
};

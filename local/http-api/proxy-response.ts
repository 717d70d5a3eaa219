import * as z from 'zod';
import type { Answer } from '../http/answer.ts';

/**
 * Turns what a function returned into an HTTP answer; undefined when it is not a valid proxy response (the gateway answers 500).
 * An object with `statusCode` is the full form; anything else is the body of a 200 in JSON, a bare text as it stands.
 */
export function proxyAnswer(payload: unknown): Answer | undefined {
  if (typeof payload !== 'object' || payload === null || !('statusCode' in payload)) return plainAnswer(payload);
  const parsed = fullForm.safeParse(payload);
  return parsed.success ? fullAnswer(parsed.data) : undefined;
}

const fullForm = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

function fullAnswer({ statusCode, headers, cookies, body, isBase64Encoded }: z.infer<typeof fullForm>): Answer {
  const own = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    status: statusCode,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...Object.fromEntries(own.filter(([name]) => !gatewayHeaders.has(name))),
      ...(cookies && cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    },
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}

const plainAnswer = (payload: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: typeof payload === 'string' ? payload : JSON.stringify(payload ?? null),
});

/** About the connection, which is the gateway's. */
const gatewayHeaders = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade']);

import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { type Answer, jsonAnswer } from '../http/answer.ts';
import { readBody } from '../http/read-body.ts';

const limit = 1_000_000;

/** Reads a JSON body by a schema, or gives the answer that refuses it. The content type does not matter, so that curl is easy. */
export async function jsonBody<T>(
  request: IncomingMessage,
  schema: z.ZodType<T>,
): Promise<{ readonly value: T } | { readonly refused: Answer }> {
  const body = await readBody(request, limit);
  if (body === 'too-large') return { refused: jsonAnswer(413, { message: 'The body is over a megabyte.' }) };
  const json = parse(body.toString());
  if (!json) return { refused: jsonAnswer(400, { message: 'The body is not JSON.' }) };
  const parsed = schema.safeParse(json.value);
  if (!parsed.success) return { refused: jsonAnswer(400, { message: z.prettifyError(parsed.error) }) };
  return { value: parsed.data };
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

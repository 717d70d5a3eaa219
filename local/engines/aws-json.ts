import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

/** An error answer of an AWS JSON service; `code` is the error's name without its namespace. */
export class AwsJsonError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.name = 'AwsJsonError';
    this.code = code;
  }
}

const errorSchema = z.object({
  __type: z.string().default('Unknown'),
  message: z.string().optional(),
  Message: z.string().optional(),
});

/** Idle connections must not keep a stopped runtime alive. */
const agent = new Agent({ keepAlive: true, timeout: 30_000 });

/**
 * One call of an AWS service that speaks JSON, made by the runtime itself as `operator`.
 * Attribute values stay in their wire form, which is also the form of Lambda's records. Throws `AwsJsonError`.
 * @param target service version and operation, as in X-Amz-Target
 */
export async function awsJson(endpoint: string, target: string, input: object, signal?: AbortSignal): Promise<unknown> {
  const response = await post(endpoint, headersFor(target), JSON.stringify(input), signal);
  const answer: unknown = JSON.parse(await text(response));
  if (response.statusCode === 200) return answer;
  const { __type, message, Message } = errorSchema.parse(answer);
  throw new AwsJsonError(__type.replace(/^.*#/, ''), message ?? Message ?? `status ${response.statusCode}`);
}

function headersFor(target: string): Record<string, string> {
  const service = target.startsWith('AmazonSQS') ? 'sqs' : 'dynamodb';
  return {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': target,
    // The engines read the credential but verify no signature.
    authorization: `AWS4-HMAC-SHA256 Credential=operator/20200101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=none`,
  };
}

function post(
  endpoint: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal | undefined,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body);
    const options = {
      agent,
      method: 'POST',
      headers: { ...headers, 'content-length': length },
      ...(signal ? { signal } : {}),
    };
    request(endpoint, options).once('response', resolve).once('error', reject).end(body);
  });
}

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

/**
 * One call of an AWS service that speaks JSON, made by the runtime itself as `operator`.
 * Attribute values stay in their wire form, which is also the form of Lambda's records. Throws `AwsJsonError`.
 * @param target service version and operation, as in X-Amz-Target
 */
export async function awsJson(endpoint: string, target: string, input: object, signal?: AbortSignal): Promise<unknown> {
  const service = target.startsWith('AmazonSQS') ? 'sqs' : 'dynamodb';
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target,
      // The engines read the credential but verify no signature.
      authorization: `AWS4-HMAC-SHA256 Credential=operator/20200101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=none`,
    },
    body: JSON.stringify(input),
    ...(signal ? { signal } : {}),
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const { __type, message, Message } = errorSchema.parse(answer);
  throw new AwsJsonError(__type.replace(/^.*#/, ''), message ?? Message ?? `status ${response.status}`);
}

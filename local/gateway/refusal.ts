import type { AwsResponse } from '../runtime.ts';
import { s3ErrorDocument } from '../engines/s3-error.ts';

/** An error answer in the form the service's SDK client parses. */
export function refusal(service: string, status: number, code: string, message: string): AwsResponse {
  if (service === 's3') {
    return { status, headers: { 'content-type': 'application/xml' }, body: s3ErrorDocument(code, message) };
  }
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': code },
    body: JSON.stringify({ __type: code, message }),
  };
}

export function accessDenied(service: string, message: string): AwsResponse {
  return refusal(service, 403, service === 's3' ? 'AccessDenied' : 'AccessDeniedException', message);
}

const throttles: Readonly<Record<string, { status: number; code: string }>> = {
  dynamodb: { status: 400, code: 'ProvisionedThroughputExceededException' },
  s3: { status: 503, code: 'SlowDown' },
  sqs: { status: 400, code: 'RequestThrottled' },
};

/** How each service tells a caller to slow down. */
export function throttled(service: string): AwsResponse {
  const { status, code } = throttles[service] ?? { status: 400, code: 'ThrottlingException' };
  return refusal(service, status, code, 'Rate exceeded');
}

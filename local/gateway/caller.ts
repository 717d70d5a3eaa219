import type { IncomingMessage } from 'node:http';

export interface Signature {
  readonly accessKeyId: string;
  /** Service name of the credential scope: dynamodb, sqs, s3, states, scheduler, ses, cognito-idp. */
  readonly service: string;
  /** The instance of the calling function: its credentials carry it as their session token. */
  readonly sessionToken: string | undefined;
  readonly presigned: boolean;
}

/** Who signed the request and for which service, from the header or the query of a presigned URL; undefined when unsigned. */
export function readSignature(request: IncomingMessage): Signature | undefined {
  const query = new URL(request.url ?? '/', 'http://gateway').searchParams;
  const inQuery = query.get('X-Amz-Credential');
  const inHeader = /Credential=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1];
  const [accessKeyId, , , service] = (inQuery ?? inHeader ?? '').split('/');
  if (!accessKeyId || !service) return undefined;
  const token = inQuery ? query.get('X-Amz-Security-Token') : request.headers['x-amz-security-token'];
  return { accessKeyId, service, sessionToken: token?.toString() ?? undefined, presigned: inQuery !== null };
}

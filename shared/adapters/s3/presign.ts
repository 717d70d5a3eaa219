import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { type Instant, instantFromMillis, millisOf } from '../../kernel/instant.ts';

const shortestSeconds = 60;
const longestSeconds = 300;

// A link that lives longer is a leak waiting for its finder (reliability F21).
const requireShort = (seconds: number): void => {
  if (seconds < shortestSeconds || seconds > longestSeconds)
    throw new RangeError(`a link lives ${shortestSeconds} to ${longestSeconds} seconds, not ${seconds}`);
};

/** As an attachment: old readers take the plain name, others the exact one (RFC 6266). */
export const attachment = (fileName: string): string => {
  const plain = fileName.replace(/[^A-Za-z0-9._ -]/g, '_');
  const exact = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
};

export const presignGet = async (
  client: S3Client,
  bucket: string,
  key: string,
  { fileName, seconds, now }: { readonly fileName: string; readonly seconds: number; readonly now: Instant },
): Promise<{ readonly url: string; readonly expiresAt: Instant }> => {
  requireShort(seconds);
  const command = new GetObjectCommand({
    Bucket: bucket,
    Key: key,
    ResponseContentDisposition: attachment(fileName),
    ResponseCacheControl: 'private, no-store',
  });
  const url = await getSignedUrl(client, command, { expiresIn: seconds, signingDate: new Date(now) });
  return { url, expiresAt: instantFromMillis(millisOf(now) + seconds * 1000) };
};

export const presignPut = async (
  client: S3Client,
  bucket: string,
  key: string,
  { seconds, now }: { readonly seconds: number; readonly now: Instant },
): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }> => {
  requireShort(seconds);
  const contentType = 'application/octet-stream';
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket: bucket, Key: key, ContentType: contentType }), {
    expiresIn: seconds,
    signingDate: new Date(now),
    signableHeaders: new Set(['content-type']),
  });
  return { url, headers: { 'content-type': contentType } };
};

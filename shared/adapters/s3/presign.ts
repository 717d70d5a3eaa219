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

/** Old readers take the plain name, others the exact one (RFC 6266). */
export const disposition = (type: 'attachment' | 'inline', fileName: string): string => {
  const plain = fileName.replace(/[^A-Za-z0-9._ -]/g, '_');
  const exact = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${type}; filename="${plain}"; filename*=UTF-8''${exact}`;
};

interface GetLink {
  readonly fileName: string;
  readonly seconds: number;
  readonly shown: 'ATTACHMENT' | 'INLINE';
  readonly now: Instant;
}

/** Objects are stored without a type that a browser would show: only a page that is to be seen gets one, in its link. */
const overrides = ({ fileName, shown }: GetLink) =>
  shown === 'INLINE'
    ? {
        ResponseContentDisposition: disposition('inline', fileName),
        ResponseContentType: 'text/html; charset=utf-8',
      }
    : { ResponseContentDisposition: disposition('attachment', fileName) };

export const presignGet = async (
  client: S3Client,
  bucket: string,
  key: string,
  link: GetLink,
): Promise<{ readonly url: string; readonly expiresAt: Instant }> => {
  const { seconds, now } = link;
  requireShort(seconds);
  const command = new GetObjectCommand({
    Bucket: bucket,
    Key: key,
    ...overrides(link),
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

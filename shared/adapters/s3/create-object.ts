import { PutObjectCommand, type PutObjectCommandInput, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Pause } from '../backoff.ts';
import { digestOfText, type Fingerprint } from './digest.ts';

const multipartFrom = 5 * 1024 * 1024;
const partSize = 8 * 1024 * 1024;
const maxAttempts = 5;

export interface NewObject extends Fingerprint {
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string;
  /** Opens the content anew for each attempt. */
  readonly open: () => NonNullable<PutObjectCommandInput['Body']>;
}

const send = async (client: S3Client, object: NewObject): Promise<void> => {
  const params = {
    Bucket: object.bucket,
    Key: object.key,
    ContentType: object.contentType,
    IfNoneMatch: '*',
    Body: object.open(),
  };
  if (object.bytes > multipartFrom) {
    await new Upload({ client, params: { ...params, ChecksumAlgorithm: 'SHA256' }, partSize, queueSize: 2 }).done();
    return;
  }
  const checksum = Buffer.from(object.sha256, 'hex').toString('base64');
  await client.send(new PutObjectCommand({ ...params, ContentLength: object.bytes, ChecksumSHA256: checksum }));
};

const isNamed = (fault: unknown, name: string): boolean => fault instanceof S3ServiceException && fault.name === name;

/**
 * Writes an object that must not exist yet; S3 checks the content against its SHA-256. EXISTS: somebody was first, perhaps
 * this very call, whose reply was lost. Two who write at once collide (409) and try again.
 */
export const createObject = async (
  client: S3Client,
  object: NewObject,
  pause: Pause,
): Promise<'CREATED' | 'EXISTS'> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await send(client, object);
      return 'CREATED';
    } catch (fault) {
      if (isNamed(fault, 'PreconditionFailed')) return 'EXISTS';
      if (!isNamed(fault, 'ConditionalRequestConflict') || attempt === maxAttempts) throw fault;
      await pause(attempt);
    }
  }
};

interface ReplacedText {
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string;
  readonly text: string;
}

/** Puts the content there whatever was there before. A bucket with a lock takes nothing without a checksum. */
export const replaceObject = async (
  client: S3Client,
  { bucket, key, contentType, text }: ReplacedText,
): Promise<void> => {
  const ChecksumSHA256 = Buffer.from(digestOfText(text).sha256, 'hex').toString('base64');
  await client.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      ContentType: contentType,
      Body: Buffer.from(text),
      ChecksumSHA256,
    }),
  );
};

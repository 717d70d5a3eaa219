import { DeleteObjectCommand, HeadObjectCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';

interface Place {
  readonly bucket: string;
  readonly key: string;
}

const present = async (client: S3Client, { bucket, key }: Place) => {
  try {
    return await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
  } catch (fault) {
    if (fault instanceof NotFound) return undefined;
    throw fault;
  }
};

/**
 * Deletes what lies under a key, one stored version after the other: a bucket that keeps versions would only hide it
 * otherwise. What is locked is refused, and stays.
 */
export const removeObject = async (client: S3Client, place: Place): Promise<void> => {
  for (let found = await present(client, place); found; found = await present(client, place))
    await client.send(new DeleteObjectCommand({ Bucket: place.bucket, Key: place.key, VersionId: found.VersionId }));
};

import { CopyObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { Finding, Way } from '../../application/ports/bring-back.ts';

const sizesIn = async (client: S3Client, bucket: string): Promise<ReadonlyMap<string, number>> => {
  const sizes = new Map<string, number>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket }))
    for (const { Key, Size = 0 } of Contents) if (Key !== undefined) sizes.set(Key, Size);
  return sizes;
};

const copied = (bucket: string, key: string): string => `${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;

/** The same for a bucket. Objects never change, so that one of another length is a damaged one; `npm run verify` compares the hashes. */
export const bringBackObjects = async function* (
  client: S3Client,
  { from, to }: { readonly from: string; readonly to: string },
  way: Way,
): AsyncGenerator<Finding> {
  const [kept, present] = [await sizesIn(client, from), await sizesIn(client, to)];
  for (const [key, size] of kept) {
    if (present.get(key) === size) continue;
    const finding: Finding = { name: key, kind: present.has(key) ? 'DIFFERENT' : 'MISSING' };
    if (way === 'REPLACE' || (way === 'MISSING' && finding.kind === 'MISSING'))
      await client.send(new CopyObjectCommand({ Bucket: to, Key: key, CopySource: copied(from, key) }));
    yield finding;
  }
};

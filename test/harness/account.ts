import * as z from 'zod';
import type { Runtime } from '../../local/start.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  DATA_BUCKET: z.string(),
  REPORTS_BUCKET: z.string(),
  AWS_ENDPOINT_URL_DYNAMODB: z.string(),
  AWS_ENDPOINT_URL_S3: z.string(),
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
});

export type Place = Pick<z.infer<typeof environment>, 'TABLE_NAME' | 'DATA_BUCKET' | 'REPORTS_BUCKET'>;

/** How somebody with the rights of the account reaches what a running system keeps. */
export const accountOf = ({ environment: given }: Runtime) => {
  const own = environment.parse(given);
  return {
    place: { TABLE_NAME: own.TABLE_NAME, DATA_BUCKET: own.DATA_BUCKET, REPORTS_BUCKET: own.REPORTS_BUCKET },
    dynamodb: own.AWS_ENDPOINT_URL_DYNAMODB,
    s3: own.AWS_ENDPOINT_URL_S3,
    access: {
      region: own.AWS_REGION,
      credentials: { accessKeyId: own.AWS_ACCESS_KEY_ID, secretAccessKey: own.AWS_SECRET_ACCESS_KEY },
    },
  };
};

import * as z from 'zod';

// S3 writes the key as a form does: percent signs, and a plus for a space.
const dropKey = z.string().transform((key) => decodeURIComponent(key.replaceAll('+', ' ')));

const record = z.object({
  s3: z.object({ object: z.object({ key: dropKey, size: z.int().default(0), sequencer: z.string() }) }),
});

/** What S3 says when objects have arrived below the drop prefix; once, when it was told to say so, that it will. */
export const dropMessage = z.union([
  z.object({ Records: z.array(record) }),
  z.object({ Event: z.literal('s3:TestEvent') }).transform(() => ({ Records: [] })),
]);

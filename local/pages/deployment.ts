import * as z from 'zod';
import { wildcard } from '../edge/wildcard.ts';

/** One bucket deployment of the template: which assets go where, which of their files, what is filled into them. */
export const deploymentProperties = z.object({
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z
    .string()
    .default('')
    .transform((prefix) => (prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`)),
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(z.record(z.string(), z.string())).default([]),
  SourceMarkersConfig: z.array(z.object({ jsonEscape: z.boolean().optional() })).default([]),
  SystemMetadata: z.record(z.string(), z.string()).default({}),
  Exclude: z.array(z.string()).default([]),
  Include: z.array(z.string()).default([]),
});

export type Deployment = z.infer<typeof deploymentProperties>;

/** As `aws s3 sync` does: all files, without those of an Exclude pattern, and those of an Include pattern all the same. */
export function picked({ Exclude, Include }: Deployment): (file: string) => boolean {
  const fitsOneOf = (patterns: readonly string[]) => {
    const tests = patterns.map(wildcard);
    return (file: string) => tests.some((test) => test(file));
  };
  const excluded = fitsOneOf(Exclude);
  const included = fitsOneOf(Include);
  return (file) => !excluded(file) || included(file);
}

/**
 * Puts the values in the place of their markers in the files of the deployment's source of that index, and local addresses in the
 * place of those the filled-in text then spells out. Files of a source without markers stay as they are, byte for byte.
 */
export function filler(
  deployment: Deployment,
  index: number,
  toLocal: (text: string) => string,
): (body: Buffer) => Buffer {
  const markers = Object.entries(deployment.SourceMarkers[index] ?? {});
  if (markers.length === 0) return (body) => body;
  const inJson = deployment.SourceMarkersConfig[index]?.jsonEscape === true;
  // As latin1 each byte is one character, so that nothing but the markers changes.
  const replacement = (value: string) =>
    Buffer.from(inJson ? JSON.stringify(value).slice(1, -1) : value).toString('latin1');
  const fill = (text: string, [marker, value]: readonly [string, string]) =>
    text.replaceAll(marker, () => replacement(value));
  return (body) => Buffer.from(toLocal(markers.reduce(fill, body.toString('latin1'))), 'latin1');
}

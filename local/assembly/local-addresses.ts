import { type Doors, region } from './identity.ts';

/**
 * A template may spell out the public address of a regional service. Here each has its local address,
 * so that an issuer, a callback or a content security policy names what really answers.
 */
export function toLocalAddresses(value: unknown, doors: Doors): unknown {
  if (typeof value === 'string') return toLocalText(value, doors);
  if (Array.isArray(value)) return value.map((entry) => toLocalAddresses(entry, doors));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toLocalAddresses(entry, doors)]));
}

/** The same for one text, such as a file that a deployment fills in. */
export function toLocalText(text: string, doors: Doors): string {
  return text
    .replaceAll(`https://cognito-idp.${region}.amazonaws.com`, doors.origin)
    .replace(/https:\/\/[a-z0-9]+\.execute-api\.us-east-1\.amazonaws\.com/g, doors.origin)
    .replace(/https:\/\/[a-z0-9.-]+\.s3(\.us-east-1)?\.amazonaws\.com/g, doors.gateway)
    .replaceAll('https://127.0.0.1:', 'http://127.0.0.1:');
}

import { type Result, ok, refuse } from '../../kernel/result.ts';
import type { DoorCode } from './problems.ts';

const maxBytes = 1_000_000;
const maxDepth = 32;

// A recursive schema overflows the stack on deep input, so depth is refused before any schema sees it.
const depthExceeds = (value: unknown, left: number): boolean =>
  left < 0 ||
  (typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((member) => depthExceeds(member, left - 1)));

const isJson = (contentType: string | undefined): boolean =>
  /^application\/(json|merge-patch\+json)\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType ?? '');

export interface RawBody {
  readonly text: string | undefined;
  readonly base64: boolean;
  readonly contentType: string | undefined;
}

/** The body as JSON; an absent body is an empty object. 413 before parsing, 415, then 400 for anything that is not JSON. */
export const parseBody = (raw: RawBody): Result<unknown, DoorCode> => {
  if (raw.text === undefined || raw.text === '') return ok({});
  const bytes = Buffer.from(raw.text, raw.base64 ? 'base64' : 'utf8');
  if (bytes.length > maxBytes) return refuse('BODY_TOO_LARGE');
  if (!isJson(raw.contentType)) return refuse('UNSUPPORTED_MEDIA_TYPE');
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return depthExceeds(value, maxDepth) ? refuse('MALFORMED_JSON') : ok(value);
  } catch {
    return refuse('MALFORMED_JSON');
  }
};

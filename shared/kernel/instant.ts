import type { Brand } from './brand.ts';

/** A moment: ISO 8601 in UTC with milliseconds, so that text order is time order. */
export type Instant = Brand<string, 'Instant'>;

/** Throws RangeError on an invalid date: an invalid clock is a fault, not an outcome. */
export const instantOf = (date: Date): Instant => date.toISOString() as Instant;

export const instantFromMillis = (millis: number): Instant => instantOf(new Date(millis));

export const millisOf = (instant: Instant): number => Date.parse(instant);

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant with its offset written out, normalised to UTC; undefined when the text names no real moment. */
export const parseInstant = (text: string): Instant | undefined => {
  if (!isoInstant.test(text)) return undefined;
  const day = text.slice(0, 10);
  const millis = Date.parse(text);
  const dayExists =
    !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  return Number.isNaN(millis) || !dayExists ? undefined : instantFromMillis(millis);
};

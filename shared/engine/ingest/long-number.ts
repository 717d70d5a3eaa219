declare global {
  // Of Node 24 and of browsers since 2025; TypeScript's library does not know them yet.
  interface JSON {
    rawJSON(text: string): object;
    isRawJSON(value: unknown): value is { readonly rawJSON: string };
  }
}

// A double keeps 15 digits whatever they are; an amount of the state has up to 18.
const long = /\d(?:\.?\d){15}/;

const keptAsWritten = (_key: string, value: unknown, context?: { readonly source?: string }): unknown => {
  const source = typeof value === 'number' ? context?.source : undefined;
  return source !== undefined && long.test(source) ? JSON.rawJSON(source) : value;
};

/**
 * The value of a line. A number of more digits than a double keeps stays, in an object, as it was written (`longNumber`),
 * and is written again like that.
 */
export const parseKeepingDigits = (raw: string): unknown =>
  raw.startsWith('{') && long.test(raw) ? JSON.parse(raw, keptAsWritten) : JSON.parse(raw);

/** The text of a number that was kept as it was written. */
export const longNumber = (value: unknown): string | undefined =>
  typeof value === 'object' && JSON.isRawJSON(value) ? value.rawJSON : undefined;

// A flag of a region is a black flag and its tags, and is left whole.
const flag = '\\u{1f3f4}[\\u{e0020}-\\u{e007e}]+\\u{e007f}';
const deceptive = '[\\u202a-\\u202e\\u2066-\\u2069\\u200b\\u2060\\ufeff\\u00ad\\u{e0000}-\\u{e007f}]';
const signs = new RegExp(`(${flag})|${deceptive}`, 'gu');

const named = (sign: string): string => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/**
 * A text for the eye: what reorders or hides the letters around it is named instead (`[U+202E]`). These are embeddings, overrides
 * and isolates of direction, spaces without a width, the soft hyphen and tags. Joiners and marks (U+200C to U+200F) stay, since
 * Persian, Hindi, Hebrew and many emoji are written with them. Files that carry data keep the text as it is.
 * Source: Unicode Technical Report 36.
 */
export const visibleText = (text: string): string =>
  text.replace(signs, (sign, whole: string | undefined) => whole ?? named(sign));

/** The same for a cell of a table: what is no text stays as it is. */
export const visibleValue = <Value>(value: Value | string): Value | string =>
  typeof value === 'string' ? visibleText(value) : value;

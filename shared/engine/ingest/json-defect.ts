import { nameable } from './column-names.ts';
import type { Defect } from './problem.ts';

/** What is wrong with a text although it is JSON, and in which column when that can be said. */
export interface JsonDefect {
  readonly defect: Defect;
  readonly column: string | null;
}

const repeated: Defect = { code: 'REPEATED_COLUMN', detail: 'stands in the row more than once' };
const tooDeep: Defect = { code: 'MALFORMED_JSON', detail: 'the line holds values inside values, more than 100 deep' };

const deepest = 100;

const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null;

const colons = (raw: string): number => raw.match(/"\s*:/g)?.length ?? 0;

// Each turn of the repetition begins with a backslash: else a run of letters that no quote closes is cut in every way.
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[[\]{}]/g;

const scanned = (raw: string): JsonDefect | undefined => {
  const names = new Set<string>();
  let depth = 0;
  for (const [token, colon] of raw.matchAll(tokens)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (colon !== undefined && depth === 1) {
      const name = String(JSON.parse(token.slice(0, -colon.length)));
      if (names.has(name)) return { defect: repeated, column: nameable.test(name) ? name : null };
      names.add(name);
    }
    if (depth > deepest) return { defect: tooDeep, column: null };
  }
  return undefined;
};

/**
 * `JSON.parse` keeps the last of two values of one name without a word, and reads what is nested so deep that nothing
 * else can write it again. Nearly every line shows at a glance that it is neither: as many colons as members, no nesting.
 */
export const jsonDefect = (raw: string, value: unknown): JsonDefect | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const members = Object.values(value);
  return colons(raw) === members.length && !members.some(isNested) ? undefined : scanned(raw);
};

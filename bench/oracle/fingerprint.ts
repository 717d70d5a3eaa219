/** How many rows a rule found, and which, whatever their order. */
export interface Found {
  readonly count: number;
  readonly fingerprint: string;
}

export type Answers = Readonly<Record<string, Found>>;

const prime = 16_777_619;

const hashed = (text: string, start: number): number => {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash >>> 0;
};

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** Adds up the hashes of keys: the same keys in any order give the same sum, a key more, less or changed another one. */
export class Fingerprint {
  private count = 0;
  private one = 0;
  private other = 0;

  add(key: string): void {
    this.count += 1;
    this.one = (this.one + hashed(key, 0x811c9dc5)) >>> 0;
    this.other = (this.other + hashed(key, 0x01000193)) >>> 0;
  }

  found(): Found {
    return { count: this.count, fingerprint: hex(this.one) + hex(this.other) };
  }
}

/** One text for the key of a row. */
export const keyText = (parts: readonly (string | number | boolean | null | undefined)[]): string =>
  parts.map((part) => (part === null || part === undefined ? '' : String(part))).join('|');

/** Throws where a run found anything else than the oracle: a fast wrong answer is no answer. */
export const mustAnswer = (who: string, expected: Answers, answers: Answers): void => {
  for (const [code, { count, fingerprint }] of Object.entries(expected)) {
    const answer = answers[code];
    if (answer?.count !== count) throw new Error(`${who}: ${code} found ${answer?.count ?? 'nothing'}, not ${count}`);
    if (answer.fingerprint !== fingerprint) throw new Error(`${who}: ${code} found ${count} rows, but others`);
  }
};

/** The same where a contestant tells only how many rows there are. */
export const mustCount = (who: string, expected: Answers, counts: Readonly<Record<string, number>>): void => {
  for (const [code, { count }] of Object.entries(expected))
    if (counts[code] !== count) throw new Error(`${who}: ${code} found ${counts[code] ?? 'nothing'}, not ${count}`);
};

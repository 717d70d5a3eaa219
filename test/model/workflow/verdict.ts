/** Why the text refuses something; several where it gives no order; none: it is accepted. */
export type Verdict = readonly string[];

export const accepted: Verdict = [];

export const refuseUnless = (holds: boolean, ...codes: readonly string[]): Verdict => (holds ? accepted : codes);

/** The first reason counts: the text orders them. */
export const firstOf = (...verdicts: readonly Verdict[]): Verdict =>
  verdicts.find((verdict) => verdict.length > 0) ?? accepted;

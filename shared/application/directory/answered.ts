/** What a command on one thing answers: how it is now, and its version as ETag. Kept whole for repeats. */
export interface Answered<Body> {
  readonly version: number;
  readonly body: Body;
}

/** Whether the editor looked at another version than the one that is there; one without an opinion takes what is there. */
export const isStale = (expected: number | null, present: { readonly version: number } | undefined): boolean =>
  expected !== null && expected !== (present?.version ?? 0);

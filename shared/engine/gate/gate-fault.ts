/** A mistake of ours in judging a text: its kind and where it arose. Never its message, which may quote the text. */
export interface GateFault {
  readonly fault: { readonly name: string; readonly places: readonly string[] };
}

// DuckDB says so by the kind of its error, Node where no array, text or stack may grow further.
const ofTheText = /^([A-Z][A-Za-z ]* Error: |std::)/;

/** Throws anew what says something about the text, which may be made to take whatever it can get. */
export const gateFault = (thrown: unknown): GateFault => {
  if (thrown instanceof RangeError || (thrown instanceof Error && ofTheText.test(thrown.message))) throw thrown;
  const { name, stack = '' } = thrown instanceof Error ? thrown : new Error('no error was thrown');
  return { fault: { name, places: stack.split('\n').filter((line) => line.startsWith('    at ')) } };
};

/** Carries a mistake of ours past whatever asked the gate. */
export class GateFailed extends Error {
  readonly told: GateFault;
  constructor(told: GateFault) {
    super('the gate failed over a text');
    this.told = told;
  }
}

/** For a step of the gate that threw: says whose mistake it is. */
export const gateFailed = (thrown: unknown): never => {
  throw new GateFailed(gateFault(thrown));
};

/** The one value that everybody reads and writes: a name and the version it has. */
export interface Register {
  readonly name: string;
  readonly version: number;
}

/** What somebody saw; a writing may be answered without its version. LOST: whether it was written, and when, nobody told him. */
export type Operation =
  | { readonly kind: 'READ'; readonly saw: Register }
  | {
      readonly kind: 'WRITTEN';
      readonly expected: number | null;
      readonly name: string;
      readonly version: number | null;
    }
  | { readonly kind: 'STALE'; readonly expected: number | null }
  | { readonly kind: 'LOST'; readonly expected: number | null; readonly name: string };

export interface Recorded {
  readonly begun: number;
  /** Infinity where no answer came: it may take effect at any time after. */
  readonly ended: number;
  readonly operation: Operation;
}

const fits = (expected: number | null, { version }: Register): boolean => expected === null || expected === version;

/** The register after an operation took effect at this point, or undefined where it could not have been so answered. */
const after = (register: Register, operation: Operation): Register | undefined => {
  switch (operation.kind) {
    case 'READ':
      return operation.saw.version === register.version && operation.saw.name === register.name ? register : undefined;
    case 'STALE':
      return fits(operation.expected, register) ? undefined : register;
    case 'LOST':
      return fits(operation.expected, register) ? { name: operation.name, version: register.version + 1 } : register;
    case 'WRITTEN':
      return fits(operation.expected, register) && (operation.version ?? register.version + 1) === register.version + 1
        ? { name: operation.name, version: register.version + 1 }
        : undefined;
  }
};

/** Whether some order of all operations, each between its beginning and its end, explains what everybody saw. */
export const isLinearizable = (history: readonly Recorded[], start: Register): boolean => {
  const refuted = new Set<string>();
  const explains = (done: ReadonlySet<number>, register: Register): boolean => {
    const open = history.flatMap((recorded, index) => (done.has(index) ? [] : [{ ...recorded, index }]));
    // What nobody answered need not have happened.
    if (open.every(({ operation }) => operation.kind === 'LOST')) return true;
    const name = `${[...done].toSorted((left, right) => left - right).join(' ')} ${register.version} ${register.name}`;
    if (refuted.has(name)) return false;
    const earliestEnd = Math.min(...open.map(({ ended }) => ended));
    for (const { begun, operation, index } of open) {
      if (begun > earliestEnd) continue;
      const next = after(register, operation);
      if (next !== undefined && explains(new Set([...done, index]), next)) return true;
    }
    refuted.add(name);
    return false;
  };
  return explains(new Set(), start);
};

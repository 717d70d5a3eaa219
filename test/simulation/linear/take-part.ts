import type { Chance } from '../../model/play/chance.ts';
import type { Operation, Recorded, Register } from './linearizable.ts';

/** What somebody who wrote was told: a status, and the version that he made, where it is told. */
export interface Told {
  readonly status: number;
  readonly version: number | null;
}

/** The register as people reach it. Undefined where no answer came, or one that leaves open what was done. */
export interface Desk {
  readonly moment: () => number;
  readonly read: (requestId: string) => Promise<Register | undefined>;
  readonly write: (requestId: string, name: string, expected: number | null) => Promise<Told | undefined>;
}

const writingOf = (told: Told | undefined, expected: number | null, name: string): Operation => {
  if (told === undefined) return { kind: 'LOST', expected, name };
  if (told.status === 200) return { kind: 'WRITTEN', expected, name, version: told.version };
  if (told.status === 412) return { kind: 'STALE', expected };
  throw new Error(`a writing of ${name} is answered ${told.status}`);
};

/** One person reads and writes these names, one a turn; what he read last is what he expects, or he insists. */
export const takePart = async (
  desk: Desk,
  chance: Chance,
  names: readonly string[],
  start: Register,
): Promise<readonly Recorded[]> => {
  const recorded: Recorded[] = [];
  let known: number = start.version;
  for (const name of names) {
    const begun = desk.moment();
    if (chance.next() < 0.4) {
      const saw = await desk.read(name);
      if (saw === undefined) continue;
      known = saw.version;
      recorded.push({ begun, ended: desk.moment(), operation: { kind: 'READ', saw } });
      continue;
    }
    const expected = chance.next() < 0.3 ? null : known;
    const operation = writingOf(await desk.write(name, name, expected), expected, name);
    if (operation.kind === 'WRITTEN') known = operation.version ?? known;
    recorded.push({ begun, ended: operation.kind === 'LOST' ? Infinity : desk.moment(), operation });
  }
  return recorded;
};

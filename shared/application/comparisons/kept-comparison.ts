import * as z from 'zod';
import type { StoredObject } from '../../domain/validation-run/state.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { DifferenceCount, Differences, DifferencesListed, TooManyRows } from '../ports/data-comparer.ts';
import type { PortsWithObjects } from '../ports/ports.ts';

const storedObject = z.object({ key: z.string(), bytes: z.int(), sha256: z.string() });
const difference = z.object({
  dataset: z.string(),
  kind: z.enum(['ONLY_HERE', 'ONLY_THERE', 'DIFFERENT']),
  schoolIds: z.array(z.string()),
  key: z.record(z.string(), z.string()),
  changed: z.array(z.string()),
});
const differing = z.object({ onlyHere: z.int(), onlyThere: z.int(), different: z.int() });
const counts = z.array(
  differing.extend({
    dataset: z.string(),
    schools: z.array(differing.extend({ schoolId: z.string().nullable() })),
  }),
);
const comparison = z.object({
  differences: storedObject,
  table: storedObject,
  countTable: storedObject,
  counts,
  examples: z.array(difference),
  complete: z.boolean(),
});

/** What two states differ in, as it is kept: versions never change, so neither does their comparison. */
export interface KeptComparison extends DifferencesListed {
  readonly counts: readonly DifferenceCount[];
  readonly differences: StoredObject;
  readonly table: StoredObject;
  readonly countTable: StoredObject;
}

const textAt = async ({ objects }: PortsWithObjects, key: string): Promise<string | undefined> =>
  (await objects.sizesBelow('reports', key)).size === 0 ? undefined : objects.readText('reports', key);

const keep = ({ objects }: PortsWithObjects, key: string, value: KeptComparison | readonly DifferenceCount[]) =>
  objects.putText('reports', key, canonicalJson(value), 'application/json');

/**
 * The counts of a comparison, kept as soon as they are there: who asks again after a comparison was cut off need not wait
 * for them again.
 */
export const keptCounts = async (
  ports: PortsWithObjects,
  place: string,
  count: () => Promise<Result<readonly DifferenceCount[], TooManyRows>>,
): Promise<Result<readonly DifferenceCount[], TooManyRows>> => {
  const key = `${place}/counts.json`;
  const known = await textAt(ports, key);
  if (known !== undefined) return ok(counts.parse(JSON.parse(known)));
  const counted = await count();
  if (counted.ok) await keep(ports, key, counted.value);
  return counted;
};

/** A whole comparison. Its summary is kept last: where that lies, everything lies. */
export const keptComparison = async (
  ports: PortsWithObjects,
  place: string,
  make: () => Promise<Result<KeptComparison, TooManyRows>>,
): Promise<Result<KeptComparison, TooManyRows>> => {
  const key = `${place}/summary.json`;
  const known = await textAt(ports, key);
  if (known !== undefined) return ok(comparison.parse(JSON.parse(known)));
  const made = await make();
  if (made.ok) await keep(ports, key, made.value);
  return made;
};

/** How many rows differ, whether they are listed or not. */
export const sumOfDifferences = (told: readonly Differences[]): number =>
  told.reduce((sum, { onlyHere, onlyThere, different }) => sum + onlyHere + onlyThere + different, 0);

import type { AlertKind } from '../../../shared/domain/messaging/alert.ts';
import type { Edge } from '../../model/workflow/edges.ts';

/** A test, by its file and its own words. */
export type Proof = readonly [file: string, title: string];

/** One row of the domain's tables: where it is decided and what proves it. */
export interface Row {
  /** Its number in the tables; what has none there is named by its subject. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly what: string;
  /** Below shared/. */
  readonly code: readonly string[];
  readonly proofs: readonly Proof[];
  /** Who hears of it, by the catalogue; nobody where it is empty. */
  readonly told: readonly AlertKind[];
  /** The edges of the sequences that go this way, where they are not called as the row. */
  readonly edges: readonly Edge[];
}

/** `E4 | OPEN > PUBLISHED | what happens`. */
export const row = (
  line: string,
  code: readonly string[],
  proofs: readonly Proof[],
  told: readonly AlertKind[] = [],
  edges: readonly Edge[] = [],
): Row => {
  const [id = '', way = '', what = ''] = line.split(' | ');
  const [from = '', to = ''] = way.split(' > ');
  return { id, from, to, what, code, proofs, told, edges };
};

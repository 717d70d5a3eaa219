import { createHash } from 'node:crypto';
import { applyChanges } from '../../shared/application/audit/changes.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { Json, Person } from './client.ts';
import { expectStatus, jsonAt, listAt, textAt } from './read.ts';

/** Every audit entry of a certification event, page by page. */
export const auditTrail = async (state: Person, eventId: string): Promise<readonly Json[]> => {
  const entries: Json[] = [];
  let cursor: string | null = null;
  do {
    const query = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Json = expectStatus(
      await state.get(`/v1/certification-events/${eventId}/audit?limit=200${query}`),
      200,
    );
    entries.push(...listAt(page, 'items'));
    cursor = typeof page['nextCursor'] === 'string' ? page['nextCursor'] : null;
  } while (cursor !== null);
  return entries;
};

const isSealed = ({ id: _id, hash, ...sealed }: Json): boolean =>
  hash ===
  createHash('sha256')
    .update(`attest.audit.v1\n${canonicalJson(sealed)}`)
    .digest('hex');

export interface Replay {
  /** What is wrong with the chains; empty when each is whole, in order and unchanged. */
  readonly faults: readonly string[];
  /** The state each chain replays to, by chain. */
  readonly states: ReadonlyMap<string, Json>;
}

/** Checks every chain link by link and replays it from its first entry. */
export const replay = (entries: readonly Json[]): Replay => {
  const faults: string[] = [];
  const states = new Map<string, Json>();
  const heads = new Map<string, { readonly sequence: number; readonly hash: string }>();
  const inOrder = entries.toSorted((left, right) => Number(left['sequence']) - Number(right['sequence']));
  for (const entry of inOrder) {
    const chain = textAt(entry, 'chain');
    const head = heads.get(chain);
    const sequence = Number(entry['sequence']);
    if (sequence !== (head?.sequence ?? 0) + 1)
      faults.push(`${chain}: entry ${sequence} follows ${head?.sequence ?? 0}`);
    if (head !== undefined && entry['previousHash'] !== head.hash)
      faults.push(`${chain}: entry ${sequence} is not linked`);
    if (!isSealed(entry)) faults.push(`${chain}: entry ${sequence} was changed`);
    heads.set(chain, { sequence, hash: textAt(entry, 'hash') });
    states.set(chain, applyChanges(states.get(chain) ?? {}, jsonAt(entry, 'after')));
  }
  return { faults, states };
};

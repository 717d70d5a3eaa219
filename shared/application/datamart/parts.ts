import { createHash } from 'node:crypto';
import type { StoredObject } from '../../domain/validation-run/state.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { CertificationEventId, OrganizationId } from '../../kernel/ids.ts';
import type { HeldVersion } from './held.ts';

/** An object that holds now, and whose rows are in it. */
interface Source {
  readonly organizationId: OrganizationId;
  readonly rows: number;
  readonly object: StoredObject;
}

/** A large object that is to be, named by what goes into it: written a second time it is the same. */
export interface Part {
  readonly key: string;
  readonly declaration: DatasetDeclaration;
  readonly sources: readonly Source[];
  readonly rows: number;
}

/** What one part may hold, so that writing it takes a minute or two and its files fit beside each other. */
const most = { sources: 1_000, rows: 50_000_000, bytes: 256 * 1024 ** 2 };

/** Counted up when the same objects are to be written in another form. */
const form = 1;

/** Everything that compaction writes of one certification event: the retention rule takes it away. */
export const compactedFolder = (id: CertificationEventId): string => `compacted/${id}/`;

const byParticipant = (one: Source, other: Source): number => {
  const [left, right] = [`${one.organizationId}/${one.object.key}`, `${other.organizationId}/${other.object.key}`];
  return left < right ? -1 : 1;
};

// Two snapshots may pin the same object, which is read once.
const sourcesOf = (held: readonly HeldVersion[]): readonly Source[] => {
  const sources = held.map(({ snapshot: { organizationId }, pinned: { rows, object } }): Source => {
    return { organizationId, rows, object };
  });
  return [...new Map(sources.map((source) => [source.object.key, source])).values()].sort(byParticipant);
};

const rowsOf = (sources: readonly Source[]): number => sources.reduce((sum, { rows }) => sum + rows, 0);

const fits = (sources: readonly Source[]): boolean =>
  sources.length <= most.sources &&
  rowsOf(sources) <= most.rows &&
  sources.reduce((sum, { object }) => sum + object.bytes, 0) <= most.bytes;

const split = (sources: readonly Source[]): readonly (readonly Source[])[] => {
  const parts: Source[][] = [];
  for (const source of sources) {
    const last = parts.at(-1);
    if (last !== undefined && fits([...last, source])) last.push(source);
    else parts.push([source]);
  }
  return parts;
};

const keyOf = (id: CertificationEventId, { name, columns }: DatasetDeclaration, sources: readonly Source[]): string => {
  const content = [
    form,
    columns.map((column) => [column.name, column.type]),
    sources.map(({ organizationId, object }) => [organizationId, object.sha256]),
  ];
  const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
  return `${compactedFolder(id)}${name}/${hash.slice(0, 24)}.parquet`;
};

/** The large objects of one dataset: its participants in the order of their ids, as many together as one may hold. */
export const partsOf = (
  id: CertificationEventId,
  declaration: DatasetDeclaration,
  held: readonly HeldVersion[],
): readonly Part[] =>
  split(sourcesOf(held)).map((sources) => {
    return { key: keyOf(id, declaration, sources), declaration, sources, rows: rowsOf(sources) };
  });

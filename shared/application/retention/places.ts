import type { DatasetDeclaration } from '../../engine/declaration.ts';
import { compactedFolder } from '../datamart/parts.ts';
import type { CertificationEventId, RunId, SnapshotId } from '../../kernel/ids.ts';

/**
 * Where, in the bucket of data, rows of children lie because of this certification event alone: rows of schools and manifests,
 * and what leads analysts to them. Versions in the lanes are pinned by others too: the cleaner of versions judges them. Seals
 * and certificates stay.
 */
export const dataOfEvent = (
  id: CertificationEventId,
  declared: readonly Pick<DatasetDeclaration, 'name'>[],
): readonly string[] => [
  `snapshots/${id}/`,
  `datamart/statements/${id}.sql`,
  compactedFolder(id),
  ...declared.map(({ name }) => `datamart/${name}/certification_event=${id}/`),
];

/** The same in the bucket of reports. */
export const reportsOfSnapshot = (id: SnapshotId): string => `snapshots/${id}/`;
export const reportsOfRun = (id: RunId): string => `runs/${id}/`;

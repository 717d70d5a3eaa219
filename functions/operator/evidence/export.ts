import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ParticipantKey } from '../../../shared/application/entities.ts';
import { evidenceFiles } from '../../../shared/application/evidence/files.ts';
import { gatherEvidence } from '../../../shared/application/evidence/gather.ts';
import type { PortsWithObjects } from '../../../shared/application/ports/ports.ts';
import type { WorkFolders } from '../../../shared/application/ports/work-folder.ts';
import { userId } from '../../../shared/kernel/ids.ts';
import { archiveOf } from './archive.ts';

export interface EvidencePorts extends Pick<PortsWithObjects, 'store' | 'journal' | 'ids' | 'clock' | 'objects'> {
  readonly folders: WorkFolders;
}

export interface EvidenceRequest {
  readonly key: ParticipantKey;
  /** The user of the state who asked for it. */
  readonly by: string;
  readonly purpose: string;
  readonly out: string;
}

/**
 * Writes the evidence of one certification to a file. The reports in it are rows of students: that they are given away is
 * recorded, with purpose and the hash of the archive's index, before the file is written.
 */
export const exportEvidence = async (
  ports: EvidencePorts,
  { key, by, purpose, out }: EvidenceRequest,
): Promise<void> => {
  const asking = await ports.store.load('user', userId(by));
  if (asking?.state.side !== 'STATE' || !asking.state.active)
    throw new Error(`--by must be an active user of the state's; ${by} is not`);
  const evidence = await gatherEvidence(ports.store, key);
  const at = ports.clock.now();
  const about = { exportedAt: at, exportedBy: asking.state.id, purpose };
  const { index, files } = await evidenceFiles(ports.objects, key, evidence, about);
  await ports.journal.recordDisclosure({
    at,
    userId: asking.state.id,
    organizationId: key.organizationId,
    purpose,
    about: `EVIDENCE ${key.certificationEventId} ${index}`,
    requestId: ports.ids.next('req'),
  });
  await ports.folders.within((folder) =>
    pipeline(archiveOf(ports.objects, folder, files), createWriteStream(out, { flags: 'wx', mode: 0o600 })),
  );
};

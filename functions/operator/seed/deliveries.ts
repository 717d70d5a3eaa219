import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { completeUpload } from '../../../shared/application/datasets/complete-upload.ts';
import { mustCommit } from '../../../shared/application/flows/must-commit.ts';
import type { ObjectStore } from '../../../shared/application/ports/world.ts';
import type { Upload } from '../../../shared/domain/dataset/state.ts';
import { organizationId, type UploadId, uploadId, userId } from '../../../shared/kernel/ids.ts';
import type { SeedDistrict } from '../../../shared/seed/districts.ts';
import { first, put, type Seed } from './place.ts';

/** Delivers a district's files through the same steps, queue and checks as any upload; answers the uploads to wait for. */
export const deliverFiles = async (
  seed: Seed,
  objects: ObjectStore,
  district: SeedDistrict,
): Promise<readonly UploadId[]> => {
  const ids: UploadId[] = [];
  for (const { dataset, path } of district.files) {
    const text = await readFile(path, 'utf8');
    const id = uploadId(seed.ports.ids.next('upl'));
    const key = `uploads/${district.id}/${id}`;
    await objects.putText('uploads', key, text, 'application/x-ndjson');
    const upload: Upload = {
      id,
      organizationId: organizationId(district.id),
      dataset,
      fileName: `${dataset}.ndjson`,
      format: 'NDJSON',
      gzip: false,
      delivery: 'FULL',
      lane: 'DISTRICT',
      bytes: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex'),
      key,
      requestedBy: userId(`${district.slug}-admin`),
      createdAt: seed.caller.now,
      atHandSince: null,
      requeues: 0,
      status: 'CREATED',
      rows: null,
      version: null,
      problems: [],
      problemCount: 0,
      refused: null,
    };
    await put(seed, id, { transitions: [first('upload', id, upload)] });
    mustCommit(await completeUpload({ ...seed.ports, objects }, { id, caller: seed.caller, repeat: null }));
    ids.push(id);
  }
  return ids;
};

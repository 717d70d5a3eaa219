import type { StateOf } from '../../../shared/application/entities.ts';
import type { DatasetVersion, Upload } from '../../../shared/domain/dataset/state.ts';
import { uploadId, userId } from '../../../shared/kernel/ids.ts';
import { bearCreek } from '../../builders/people.ts';
import { moment } from '../../builders/time.ts';

export const aDatasetVersion = (changes: Partial<DatasetVersion> = {}): DatasetVersion => ({
  dataset: 'students',
  version: 'a1b2c3d4e5f60718293a4b5c',
  declarationVersion: 1,
  rows: 1200,
  rowsBySchool: { '255903001': 700, '255903002': 500 },
  object: { key: 'lanes/students/255903/a1b2/part-0.parquet', bytes: 40_000, sha256: 'c0'.repeat(32) },
  acceptedAt: moment('2026-05-01'),
  ...changes,
});

export const organizationData: readonly StateOf<'organizationData'>[] = [
  { organizationId: bearCreek, syncPaused: false, datasets: {}, columnMappings: {}, retired: [] },
  {
    organizationId: bearCreek,
    syncPaused: true,
    datasets: {
      students: {
        district: aDatasetVersion({ version: 'ffff', rowsBySchool: {} }),
        state: aDatasetVersion(),
        districtChangedAt: moment('2026-05-02'),
        stateSyncedAt: moment('2026-05-01'),
        stateFrom: 'SYNC',
      },
      sessions: {
        district: aDatasetVersion({ dataset: 'sessions' }),
        state: null,
        districtChangedAt: moment('2026-05-02'),
        stateSyncedAt: null,
        stateFrom: 'SYNC',
      },
      calendars: {
        district: null,
        state: aDatasetVersion({ dataset: 'calendars' }),
        districtChangedAt: null,
        stateSyncedAt: moment('2026-05-02'),
        stateFrom: 'PIPELINE',
      },
    },
    columnMappings: { students: { columns: { 'Student No.': 'studentUniqueId' }, ignored: ['Remark'] } },
    retired: [
      {
        dataset: 'students',
        version: '0000',
        key: 'lanes/students/255903/0000/part-0.parquet',
        retiredAt: moment('2026-05-02'),
        deleting: true,
      },
    ],
  },
];

const upload: Upload = {
  id: uploadId('upl_1'),
  organizationId: bearCreek,
  dataset: 'students',
  fileName: 'students.ndjson',
  format: 'NDJSON',
  gzip: false,
  delivery: 'FULL',
  lane: 'DISTRICT',
  bytes: 300,
  sha256: 'ab'.repeat(32),
  key: 'uploads/255903/upl_1',
  requestedBy: userId('ana'),
  createdAt: moment('2026-05-01'),
  atHandSince: null,
  requeues: 0,
  status: 'CREATED',
  rows: null,
  version: null,
  problems: [],
  problemCount: 0,
  refused: null,
};

export const uploads: readonly StateOf<'upload'>[] = [
  upload,
  {
    ...upload,
    status: 'RECEIVED',
    atHandSince: moment('2026-05-01'),
    lane: 'STATE',
    delivery: 'DELTA',
    requestedBy: null,
  },
  { ...upload, status: 'CHECKING', atHandSince: moment('2026-05-02'), requeues: 1, format: 'CSV', gzip: true },
  { ...upload, status: 'ACCEPTED', rows: 12, version: 'a1b2' },
  {
    ...upload,
    status: 'REFUSED',
    problems: [{ line: 3, column: null, code: 'BROKEN_LINE', detail: 'is no JSON' }],
    problemCount: 5000,
    refused: { rows: 5000, object: { key: 'refused/255903/upl_1', bytes: 9, sha256: 'ef'.repeat(32) } },
  },
];

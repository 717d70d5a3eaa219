import * as z from 'zod';
import {
  columnMappingBody,
  dataStatus,
  dataset,
  datasetBody,
  datasetReplacement,
  refusedRowsFile,
  resyncBody,
  syncBody,
  upload,
  uploadBody,
  uploadProblem,
} from '../schemas/dataset.ts';
import { organizationId, uploadId } from '../schemas/ids.ts';
import { pageOf, paging } from '../schemas/paging.ts';
import { idText } from '../schemas/text.ts';
import { operation } from './operation.ts';

const none = z.strictObject({});
const oneUpload = z.strictObject({ id: uploadId });
const oneOrganization = z.strictObject({ orgId: organizationId });
const shared = { area: 'datasets', auth: 'token', ifMatch: false } as const;
const read = { ...shared, method: 'GET', body: null, status: 200 } as const;
const post = { ...shared, method: 'POST', query: none } as const;

export const listDatasets = operation({
  ...read,
  operationId: 'listDatasets',
  path: '/v1/datasets',
  summary: 'Declared datasets',
  params: none,
  query: z.strictObject({ ...paging }),
  reply: pageOf(dataset),
});

export const getDataset = operation({
  ...read,
  operationId: 'getDataset',
  path: '/v1/datasets/{name}',
  summary:
    'One declaration: columns, key, allowed codes; as JSON Schema, as a dictionary page or as the head of a CSV file',
  params: z.strictObject({ name: idText }),
  query: z.strictObject({
    format: z.enum(['json', 'schema', 'html', 'csv']).default('json'),
    version: z
      .string()
      .regex(/^\d{1,6}$/, 'is not a version')
      .transform(Number)
      .optional(),
  }),
  reply: dataset,
});

export const createDataset = operation({
  ...post,
  operationId: 'createDataset',
  path: '/v1/datasets',
  summary: 'Declares a dataset',
  params: none,
  body: datasetBody,
  reply: dataset,
  status: 201,
});

export const replaceDataset = operation({
  ...shared,
  method: 'PUT',
  operationId: 'replaceDataset',
  path: '/v1/datasets/{name}',
  summary: 'A new version of a declaration, or its retirement; accepted versions keep the one they were checked by',
  params: z.strictObject({ name: idText }),
  query: none,
  body: datasetReplacement,
  reply: dataset,
  status: 200,
  ifMatch: true,
});

export const createUpload = operation({
  ...post,
  operationId: 'createUpload',
  path: '/v1/uploads',
  summary: 'Announces a file and answers where to PUT it',
  params: none,
  body: uploadBody,
  reply: upload,
  status: 201,
});

export const completeUpload = operation({
  ...post,
  operationId: 'completeUpload',
  path: '/v1/uploads/{id}/complete',
  summary: 'Says that the file is there; checking starts',
  params: oneUpload,
  body: none,
  reply: upload,
  status: 202,
});

export const getUpload = operation({
  ...read,
  operationId: 'getUpload',
  path: '/v1/uploads/{id}',
  summary: 'How far a file is, and what is wrong with it',
  params: oneUpload,
  query: none,
  reply: upload,
});

export const listUploadErrors = operation({
  ...read,
  operationId: 'listUploadErrors',
  path: '/v1/uploads/{id}/errors',
  summary: 'What is wrong with a file, and its refused rows to correct and send again',
  params: oneUpload,
  query: z.strictObject({ ...paging }),
  reply: pageOf(uploadProblem).extend({ file: refusedRowsFile.nullable() }),
});

export const getDataStatus = operation({
  ...read,
  operationId: 'getDataStatus',
  path: '/v1/organizations/{orgId}/data',
  summary: 'Versions in each lane, with lag',
  params: oneOrganization,
  query: none,
  reply: dataStatus,
});

export const syncData = operation({
  ...post,
  operationId: 'syncData',
  path: '/v1/organizations/{orgId}/sync',
  summary: 'Pauses or resumes the automatic sync to the state copy',
  params: oneOrganization,
  body: syncBody,
  reply: dataStatus,
  status: 200,
});

export const resyncData = operation({
  ...post,
  operationId: 'resyncData',
  path: '/v1/organizations/{orgId}/resync',
  summary: 'Moves the state copy to the newest district versions',
  params: oneOrganization,
  body: resyncBody,
  reply: dataStatus,
  status: 200,
});

export const setColumnMapping = operation({
  ...shared,
  operationId: 'setColumnMapping',
  method: 'PUT',
  path: '/v1/organizations/{orgId}/column-mappings/{dataset}',
  summary: 'Keeps what a district calls the columns of a dataset in its files',
  params: z.strictObject({ orgId: organizationId, dataset: idText }),
  query: none,
  body: columnMappingBody,
  reply: dataStatus,
  status: 200,
  ifMatch: true,
});

export const datasetOperations = [
  listDatasets,
  getDataset,
  createDataset,
  replaceDataset,
  createUpload,
  completeUpload,
  getUpload,
  listUploadErrors,
  getDataStatus,
  syncData,
  resyncData,
  setColumnMapping,
] as const;

import type { operations } from '../operations.ts';
import type { Operation } from './operation.ts';

type OperationId = (typeof operations)[number]['operationId'];

/** Those that answer with one thing as it is now, so with its version. */
const showOne: readonly OperationId[] = [
  'changeCategory',
  'changeOrganization',
  'changeRule',
  'changeUser',
  'changeValidationGroup',
  'closeCertificationEvent',
  'copyCertificationEvent',
  'createCategory',
  'createCertificationEvent',
  'createDataset',
  'createOrganization',
  'createRule',
  'createRuleVersion',
  'createUpload',
  'createUser',
  'createValidationGroup',
  'discardChanges',
  'getCategory',
  'getCertification',
  'getCertificationEvent',
  'getDataStatus',
  'getDataset',
  'getOrganization',
  'getParticipant',
  'getRule',
  'getRun',
  'getSettings',
  'getSnapshot',
  'getUpload',
  'getUser',
  'getValidationGroup',
  'placeLegalHold',
  'publishCategory',
  'publishCertificationEvent',
  'releaseLegalHold',
  'replaceCertificationEvent',
  'replaceDataset',
  'replaceRights',
  'replaceSettings',
  'setLocalMember',
  'setStateMember',
];

/** What somebody looks at until it has ended. */
const areAwaited: readonly OperationId[] = ['getRun', 'getUpload'];

type HeaderName = 'ETag' | 'Location' | 'Retry-After';

const isOneOf = (ids: readonly string[], { operationId }: Operation): boolean => ids.includes(operationId);

/** The headers of a success: what was made lies at its Location, work under way says when to look again. */
export const replyHeaders = (row: Operation): ReadonlyMap<HeaderName, 'ALWAYS' | 'SOMETIMES'> => {
  const isMade = row.status === 201 || row.status === 202;
  const headers = new Map<HeaderName, 'ALWAYS' | 'SOMETIMES'>();
  if (isOneOf(showOne, row)) headers.set('ETag', 'ALWAYS');
  if (isMade) headers.set('Location', 'ALWAYS');
  if (row.status === 202) headers.set('Retry-After', 'ALWAYS');
  if (isOneOf(areAwaited, row)) headers.set('Retry-After', 'SOMETIMES');
  return headers;
};

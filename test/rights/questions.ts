import type { operations } from '../../shared/contracts/operations.ts';
import { bearCreek } from '../story/certification-event.ts';
import type { Known, Thing } from './facts.ts';
import type { Topic } from './things.ts';

type OperationId = Exclude<(typeof operations)[number]['operationId'], 'getOpenApi'>;

/** How an operation is asked, and what somebody hears who may: the one thing that reads do, or why a command changes nothing. */
export interface Question {
  readonly about: Topic;
  readonly body?: (thing: Thing) => object;
  readonly query?: (thing: Thing) => string;
  readonly allowed: string | ((thing: Thing, known: Known) => string);
  /** What is said of what he cannot see, where nothing is there yet that could be found. */
  readonly outOfSight?: string;
}

const reads = (about: Topic): Question => ({ about, allowed: '200' });

/** With a version that nobody has loaded, an allowed change ends at the version. */
const changes = (about: Topic, body: object): Question => ({
  about,
  body: () => body,
  allowed: '412 IF_MATCH_STALE',
});

const removes = (about: Topic): Question => ({ about, allowed: '412 IF_MATCH_STALE' });

const asks = (
  about: Topic,
  allowed: Question['allowed'],
  body: object | ((thing: Thing) => object) = {},
): Question => ({
  about,
  allowed,
  body: typeof body === 'function' ? (thing) => body(thing) : () => body,
});

const reason = { reason: 'Asked to see who may.' };
const past = '2020-01-01';
const title = { firstName: 'No', lastName: 'Body', email: 'nobody@example.org' };
const rule = {
  code: 'ENR001',
  name: 'Known already',
  severity: 'INFO',
  kind: 'FINDINGS',
  level: 'DISTRICT',
  datasets: ['students'],
  sql: 'select studentUniqueId from students',
  message: 'Known already.',
};
const declaration = {
  name: 'students',
  title: 'Known already',
  columns: [{ name: 'studentUniqueId', type: 'string', required: true }],
  key: ['studentUniqueId'],
};
const newPerson = ({ about, districtId, schoolId }: Thing) => ({
  ...title,
  userId: 'state-admin',
  side: about.whose === 'STATE' ? 'STATE' : 'LOCAL',
  organizationId: districtId ?? 'MT',
  schools: schoolId === null ? 'ALL' : [schoolId],
});
const file = { dataset: 'no-such-dataset', fileName: 'a.csv', format: 'CSV', bytes: 1, sha256: 'a'.repeat(64) };

const oncePublished =
  (published: string, before = '409 NOT_PUBLISHED') =>
  ({ about }: Thing): string =>
    about.event === 'OPEN' ? before : published;

/** A reviewer looks from the start on; a certifier's part begins with the opening. */
const isReviewer = ({ categoryId }: Thing, { memberships }: Known): boolean =>
  memberships.some((membership) => membership.categoryId === categoryId && membership.role === 'REVIEWER');

/** One row an operation of the contract; the compiler names the one that is missing. */
export const questions: Readonly<Record<OperationId, Question>> = {
  getMe: reads('agency'),
  getSettings: reads('agency'),
  replaceSettings: changes('agency', { name: 'A', shortName: 'A', timeZone: 'America/Denver' }),
  listOrganizations: reads('agency'),
  getOrganization: reads('organizations'),
  createOrganization: asks('agency', '409 ALREADY_EXISTS', { id: bearCreek, type: 'DISTRICT', name: 'A', number: '1' }),
  changeOrganization: changes('organizations', { name: 'Another' }),
  listUsers: reads('agency'),
  getUser: reads('users'),
  createUser: { ...asks('newcomers', '409 ALREADY_EXISTS', newPerson), outOfSight: '403 FORBIDDEN' },
  changeUser: changes('users', { firstName: 'Another' }),
  replaceRights: changes('users', { rights: {} }),
  listAlerts: reads('agency'),
  readAlert: asks('alerts', '200'),
  dismissAlerts: asks('agency', '422 REFERENCE_UNKNOWN', { ids: ['alr_absent'] }),

  listCategories: reads('agency'),
  getCategory: reads('categories'),
  createCategory: asks('agency', '201', { name: 'Another', level: 'DISTRICT', active: false }),
  changeCategory: changes('categories', { name: 'Another' }),
  publishCategory: asks('categories', ({ about }) => (about.published ? '200' : '409 CATEGORY_INACTIVE')),
  setStateMember: changes('categories', { role: 'REVIEWER' }),
  removeStateMember: removes('categories'),
  listLocalMembers: reads('categories'),
  setLocalMember: changes('members', { role: 'REVIEWER' }),
  removeLocalMember: removes('members'),

  listRules: reads('agency'),
  getRule: reads('rules'),
  createRule: asks('agency', '409 CODE_TAKEN', rule),
  createRuleVersion: asks('rules', '422 REFERENCE_UNKNOWN', { datasets: ['no-such-dataset'] }),
  changeRule: changes('rules', { status: 'ARCHIVED' }),
  checkRule: asks('data', '422 RULE_REFUSED', ({ ids }) => ({
    sql: 'delete from students',
    organizationId: ids['orgId'],
    lane: 'DISTRICT',
  })),
  listValidationGroups: reads('agency'),
  getValidationGroup: reads('groups'),
  createValidationGroup: asks('agency', '422 REFERENCE_UNKNOWN', {
    name: 'A',
    level: 'DISTRICT',
    rules: [{ ruleId: 'rul_absent' }],
  }),
  changeValidationGroup: changes('groups', { name: 'Another' }),

  listDatasets: reads('agency'),
  getDataset: reads('datasets'),
  createDataset: asks('agency', '409 DATASET_EXISTS', declaration),
  replaceDataset: {
    about: 'datasets',
    body: ({ ids }) => ({ ...declaration, name: ids['name'] }),
    allowed: '412 IF_MATCH_STALE',
  },
  createUpload: asks('data', '422 REFERENCE_UNKNOWN', ({ ids }) => ({ ...file, organizationId: ids['orgId'] })),
  completeUpload: asks('uploads', '409 UPLOAD_NOT_RECEIVED'),
  getUpload: reads('uploads'),
  listUploadErrors: reads('uploads'),
  getDataStatus: reads('data'),
  syncData: asks('data', '200', { paused: false }),
  resyncData: asks('data', '422 REFERENCE_UNKNOWN', { datasets: ['no-such-dataset'] }),
  setColumnMapping: changes('data', { columns: {} }),

  listCertificationEvents: reads('agency'),
  createCertificationEvent: asks('agency', '422 REFERENCE_UNKNOWN', {
    name: 'A',
    reportingYear: 2022,
    categoryId: 'cat_absent',
  }),
  getCertificationEvent: reads('events'),
  replaceCertificationEvent: changes('events', { name: 'A', reportingYear: 2022 }),
  deleteCertificationEvent: removes('events'),
  publishCertificationEvent: asks('events', oncePublished('409 NO_CHANGES', '409 NO_PARTICIPANTS')),
  previewPublish: reads('events'),
  copyCertificationEvent: asks('events', '201'),
  discardChanges: asks('events', oncePublished('409 NO_CHANGES')),
  closeCertificationEvent: asks('events', oncePublished('409 CONFIRMATION_REQUIRED'), { comment: 'Too early.' }),
  placeLegalHold: asks('events', '409 NOT_CLOSED', reason),
  releaseLegalHold: asks('events', '409 NOT_CLOSED', reason),
  listParticipants: reads('events'),
  getParticipant: reads('participants'),
  decide: asks('events', oncePublished('200'), { type: 'UNAPPROVE', organizationIds: [bearCreek], ...reason }),
  overrideDueDate: changes('participants', { dueDate: past, ...reason }),
  removeOverride: removes('participants'),
  listSnapshots: reads('events'),
  takeSnapshots: asks('events', oncePublished('202'), { organizationIds: [bearCreek] }),
  getDatamart: reads('events'),
  messageCertifiers: asks('events', oncePublished('422 REFERENCE_UNKNOWN'), {
    organizationIds: ['999999'],
    subject: 'A',
    body: 'A',
  }),
  listMessages: reads('events'),
  listStateRuns: reads('participants'),
  runOnLane: asks('participants', '422 REFERENCE_UNKNOWN', { groupId: 'grp_absent', lane: 'STATE' }),
  validateParticipants: asks('events', oncePublished('422 REFERENCE_UNKNOWN'), {
    groupId: 'grp_absent',
    lane: 'STATE',
  }),
  listAuditEntries: reads('events'),
  listAuditSeals: reads('events'),
  getEventReport: { ...reads('events'), allowed: oncePublished('200') },

  listCertifications: reads('agency'),
  getCertification: reads('participants'),
  startCertification: asks('participants', '409 WINDOW_NOT_OPEN'),
  runStep: asks('participants', '409 NOT_STARTED_YET'),
  completeStep: asks('participants', (thing, known) =>
    isReviewer(thing, known) ? '409 NOT_STARTED_YET' : '409 WINDOW_NOT_OPEN',
  ),
  takeSnapshot: asks('participants', '409 WINDOW_NOT_OPEN'),
  submitCertification: asks('participants', '409 WINDOW_NOT_OPEN', {
    attestation: { name: 'Cora Example', accepted: true },
  }),
  withdrawSubmission: asks('participants', '409 WRONG_STATUS', reason),
  confirmSent: asks('participants', '409 WRONG_STATUS'),
  requestRecertification: asks('participants', '409 WRONG_STATUS', reason),
  withdrawRecertificationRequest: asks('participants', '409 NO_OPEN_REQUEST'),
  listRuns: reads('participants'),
  getHistory: reads('participants'),

  listQueue: reads('agency'),
  getRun: reads('runs'),
  listFindings: reads('runs'),
  getRunReport: reads('runs'),
  retryRun: asks('runs', '409 RUN_NOT_FAILED'),
  cancelRun: asks('runs', '409 RUN_FINISHED'),
  getSnapshot: reads('snapshots'),
  verifySnapshot: reads('snapshots'),
  getSnapshotReport: reads('snapshots'),
  diffSnapshots: { ...reads('snapshots'), query: ({ ids }) => `against=${ids['id'] ?? ''}` },
  getReconciliation: reads('data'),
};

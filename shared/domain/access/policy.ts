import { type Grant, local, state } from './grant.ts';

const anyone: readonly Grant[] = [state({}), local({})];
const stateReader = state({ EVENT_MANAGEMENT: 'R' });
const stateViewer = state({ EVENT_MANAGEMENT: 'ANY' });
const stateWriter = state({ EVENT_MANAGEMENT: 'W' });
const stateCreator = state({ EVENT_MANAGEMENT: 'A' });
const stateRemover = state({ EVENT_MANAGEMENT: 'D' });
const stateMember = state({ EVENT_MANAGEMENT: 'R' }, 'STATE_MEMBER');

/** Full rights on both tools, and approver of the category: who decides about participants. */
const approver = state({ EVENT_MANAGEMENT: 'RWAD', EVENT_REPORT: 'RWAD' }, 'STATE_APPROVER');

const memberReads = local({ CERTIFICATION_EVENT: 'ANY' }, 'LOCAL_MEMBER');
const memberWorks = local({ CERTIFICATION_EVENT: 'RWAD' }, 'LOCAL_MEMBER');

/** A certifier who may submit. One without all four rights counts as a certifier and cannot. */
const certifier = local({ CERTIFICATION_EVENT: 'RWAD' }, 'LOCAL_CERTIFIER');

/** Who runs the agency: settings, organizations, people. */
const administrator = state({ SETTINGS: 'RWAD' });

/** Somebody who looks after the people of his own district, and gives nobody more than he has. */
const districtAdmin = local({}, 'DISTRICT_ADMIN');
const categoryKeeper = state({ CERTIFICATION_CATEGORY: 'RWAD' });

const memberManager = local({ CERTIFICATION_CATEGORY: 'RWAD' }, 'MEMBER_MANAGER');

/**
 * Who may do what: for each operation of the contract, and each kind of decision or change that asks for more, the ways to be allowed. What is not granted
 * here is refused. `access` enforces it, `permitted` offers by it, and the rights matrix in the documents is printed from it.
 */
export const policy = {
  getMe: anyone,
  getSettings: anyone,
  listOrganizations: anyone,
  getOrganization: anyone,
  listAlerts: anyone,
  readAlert: anyone,
  dismissAlerts: anyone,
  listDatasets: anyone,
  getDataset: anyone,

  replaceSettings: [administrator],
  createOrganization: [administrator],
  changeOrganization: [administrator],
  // Whoever keeps members must find people.
  listUsers: [administrator, categoryKeeper, districtAdmin, local({ CERTIFICATION_CATEGORY: 'RWAD' })],
  getUser: [administrator, categoryKeeper, districtAdmin, local({ CERTIFICATION_CATEGORY: 'RWAD' })],
  createUser: [administrator, districtAdmin],
  changeUser: [administrator, districtAdmin],
  replaceRights: [administrator, districtAdmin],
  createCategory: [categoryKeeper],
  changeCategory: [state({ CERTIFICATION_CATEGORY: 'W' })],
  'category:DEACTIVATE': [state({ CERTIFICATION_CATEGORY: 'D' })],
  publishCategory: [categoryKeeper],
  setStateMember: [categoryKeeper],
  removeStateMember: [categoryKeeper],
  listLocalMembers: [state({ CERTIFICATION_CATEGORY: 'R' }), stateViewer, memberManager],
  setLocalMember: [memberManager],
  removeLocalMember: [memberManager],

  listCategories: [state({ CERTIFICATION_CATEGORY: 'ANY' }), stateViewer, local({ CERTIFICATION_CATEGORY: 'ANY' })],
  getCategory: [state({ CERTIFICATION_CATEGORY: 'ANY' }), stateViewer, local({ CERTIFICATION_CATEGORY: 'ANY' })],
  listRules: [state({ VALIDATION_RULES: 'R' }), local({ VALIDATION_RULES: 'R' })],
  getRule: [state({ VALIDATION_RULES: 'R' }), local({ VALIDATION_RULES: 'R' })],
  // The library is the state's: districts read it, and try queries on their own rows. SQL is a right on top of that on rules.
  createRule: [state({ VALIDATION_RULES: 'A', DIRECT_SQL: 'ANY' })],
  createRuleVersion: [state({ VALIDATION_RULES: 'W', DIRECT_SQL: 'ANY' })],
  changeRule: [state({ VALIDATION_RULES: 'W' })],
  checkRule: [state({ VALIDATION_RULES: 'R', DIRECT_SQL: 'ANY' }), local({ VALIDATION_RULES: 'R', DIRECT_SQL: 'ANY' })],
  createValidationGroup: [state({ VALIDATION_GROUPS: 'A' })],
  changeValidationGroup: [state({ VALIDATION_GROUPS: 'W' })],
  listValidationGroups: [state({ VALIDATION_GROUPS: 'R' }), stateViewer, local({ VALIDATION_GROUPS: 'R' })],
  getValidationGroup: [state({ VALIDATION_GROUPS: 'R' }), stateViewer, local({ VALIDATION_GROUPS: 'R' })],

  createDataset: [state({ DATASETS: 'A' })],
  replaceDataset: [state({ DATASETS: 'W' })],

  createUpload: [state({ DATASETS: 'W' }), local({ DATASETS: 'W' })],
  completeUpload: [state({ DATASETS: 'W' }), local({ DATASETS: 'W' })],
  setColumnMapping: [state({ DATASETS: 'W' }), local({ DATASETS: 'W' })],
  getUpload: [state({ DATASETS: 'ANY' }), local({ DATASETS: 'ANY' })],
  listUploadErrors: [state({ DATASETS: 'ANY' }), local({ DATASETS: 'ANY' })],
  getDataStatus: [
    state({ DATASETS: 'ANY' }),
    state({ BATCH_RESYNC: 'ANY' }),
    local({ DATASETS: 'ANY' }),
    local({ BATCH_RESYNC: 'ANY' }),
    local({ CERTIFICATION_EVENT: 'ANY' }),
  ],
  getReconciliation: [
    state({ DATASETS: 'ANY' }),
    state({ BATCH_RESYNC: 'ANY' }),
    local({ DATASETS: 'ANY' }),
    local({ BATCH_RESYNC: 'ANY' }),
  ],
  syncData: [state({ BATCH_RESYNC: 'W' }), local({ BATCH_RESYNC: 'W' })],
  resyncData: [state({ BATCH_RESYNC: 'ANY' }), local({ BATCH_RESYNC: 'ANY' })],

  listCertificationEvents: [stateViewer],
  getCertificationEvent: [stateViewer],
  previewPublish: [stateViewer],
  createCertificationEvent: [stateCreator],
  copyCertificationEvent: [stateCreator],
  replaceCertificationEvent: [stateWriter],
  discardChanges: [stateWriter],
  publishCertificationEvent: [stateCreator],
  deleteCertificationEvent: [stateRemover],
  closeCertificationEvent: [stateRemover],
  placeLegalHold: [stateRemover],
  releaseLegalHold: [stateRemover],

  listParticipants: [stateReader],
  getParticipant: [stateReader],
  listSnapshots: [stateReader],
  getDatamart: [stateReader],
  listAuditEntries: [stateReader],
  listAuditSeals: [stateReader],
  getEventReport: [state({ EVENT_REPORT: 'R' })],
  messageCertifiers: [stateWriter],
  listMessages: [stateReader],
  listStateRuns: [stateMember],
  runOnLane: [stateMember],
  validateParticipants: [stateMember],
  overrideDueDate: [stateWriter],
  removeOverride: [stateWriter],
  takeSnapshots: [approver],
  decide: [approver],
  'decide:APPROVE': [approver],
  'decide:REQUEST_RECERTIFICATION': [approver],
  'decide:UNAPPROVE': [approver],
  'decide:DECLINE_REQUEST': [approver],

  listCertifications: [local({ CERTIFICATION_EVENT: 'ANY' })],
  getCertification: [memberReads],
  listRuns: [memberReads],
  getHistory: [memberReads],
  runStep: [memberWorks],
  completeStep: [memberWorks],
  startCertification: [certifier],
  takeSnapshot: [certifier],
  submitCertification: [certifier],
  withdrawSubmission: [certifier],
  confirmSent: [certifier, memberManager],
  requestRecertification: [certifier],
  withdrawRecertificationRequest: [certifier],

  listQueue: [state({ BATCH_QUEUE: 'R' }), local({ BATCH_QUEUE: 'R' })],
  getRun: [stateMember, memberReads],
  listFindings: [stateMember, memberReads],
  getRunReport: [stateMember, memberReads],
  retryRun: [state({ EVENT_MANAGEMENT: 'R' }, 'STATE_RUN'), memberWorks],
  cancelRun: [state({ EVENT_MANAGEMENT: 'R' }, 'STATE_RUN'), memberWorks],
  getSnapshot: [stateMember, memberReads],
  verifySnapshot: [stateMember, memberReads],
  getSnapshotReport: [stateMember, memberReads],
  diffSnapshots: [stateMember, memberReads],
} as const satisfies Readonly<Record<string, readonly Grant[]>>;

export type Operation = keyof typeof policy;

import type { Operation } from '../../../shared/domain/access/policy.ts';
import type { Tool } from '../../../shared/domain/user/state.ts';
import type { thingsOf } from './things.ts';

type Kind = keyof typeof thingsOf;

export const toolPairs = {
  ofState: ['EVENT_MANAGEMENT', 'EVENT_REPORT'],
  ofDistrict: ['CERTIFICATION_EVENT', 'CERTIFICATION_CATEGORY'],
  ofLibrary: ['VALIDATION_RULES', 'VALIDATION_GROUPS'],
  ofData: ['DATASETS', 'BATCH_RESYNC'],
  ofAgency: ['SETTINGS', 'BATCH_QUEUE'],
} as const satisfies Readonly<Record<string, readonly [Tool, Tool]>>;

export interface Dimension {
  readonly about: Kind;
  /** The pairs of tools whose 256 rights are swept; the others are all held or all lacking. */
  readonly pairs: readonly (keyof typeof toolPairs)[];
}

const about = (kind: Kind, pairs: Dimension['pairs'], ...operations: readonly Operation[]) =>
  operations.map((operation): [Operation, Dimension] => [operation, { about: kind, pairs }]);

/** What each command is about, and whose rights can matter to it. */
export const dimensions: ReadonlyMap<Operation, Dimension> = new Map([
  ...about('AGENCY', ['ofAgency'], 'getMe', 'getSettings', 'listOrganizations', 'listAlerts', 'readAlert'),
  ...about('AGENCY', ['ofAgency'], 'dismissAlerts', 'listQueue', 'replaceSettings', 'createOrganization'),
  ...about('AGENCY', ['ofData'], 'listDatasets', 'getDataset', 'createDataset', 'replaceDataset'),
  ...about('AGENCY', ['ofDistrict'], 'listCategories', 'listCertifications', 'createCategory'),
  ...about('AGENCY', ['ofLibrary'], 'listRules', 'getRule', 'listValidationGroups', 'getValidationGroup'),
  ...about('AGENCY', ['ofLibrary'], 'createRule', 'createRuleVersion', 'changeRule'),
  ...about('AGENCY', ['ofLibrary'], 'createValidationGroup', 'changeValidationGroup'),
  ...about('DISTRICT_DATA', ['ofLibrary'], 'checkRule'),
  ...about('AGENCY', ['ofState'], 'listCertificationEvents', 'createCertificationEvent'),
  ...about('ORGANIZATION', ['ofAgency'], 'getOrganization', 'changeOrganization'),
  ...about('CATEGORY', ['ofDistrict'], 'getCategory'),
  ...about('CATEGORY', ['ofDistrict'], 'changeCategory', 'category:DEACTIVATE', 'publishCategory'),
  ...about('CATEGORY', ['ofDistrict'], 'setStateMember', 'removeStateMember'),
  ...about('LOCAL_MEMBERS', ['ofState', 'ofDistrict'], 'listLocalMembers'),
  ...about('LOCAL_MEMBERS', ['ofDistrict'], 'setLocalMember', 'removeLocalMember'),
  ...about('USER', ['ofAgency', 'ofDistrict'], 'listUsers', 'getUser', 'createUser', 'changeUser', 'replaceRights'),
  ...about('DISTRICT_DATA', ['ofData'], 'createUpload', 'completeUpload', 'getUpload', 'listUploadErrors'),
  ...about(
    'DISTRICT_DATA',
    ['ofData'],
    'getDataStatus',
    'syncData',
    'resyncData',
    'setColumnMapping',
    'getReconciliation',
  ),
  ...about('EVENT', ['ofState'], 'getCertificationEvent', 'previewPublish', 'copyCertificationEvent', 'decide'),
  ...about('EVENT', ['ofState'], 'replaceCertificationEvent', 'discardChanges', 'publishCertificationEvent'),
  ...about('EVENT', ['ofState'], 'deleteCertificationEvent', 'closeCertificationEvent', 'listParticipants'),
  ...about('EVENT', ['ofState'], 'placeLegalHold', 'releaseLegalHold'),
  ...about('EVENT', ['ofState'], 'listSnapshots', 'listAuditEntries', 'takeSnapshots', 'listAuditSeals'),
  ...about('EVENT', ['ofState'], 'validateParticipants'),
  ...about('EVENT', ['ofState'], 'messageCertifiers', 'listMessages', 'getEventReport', 'getDatamart'),
  ...about('PARTICIPANT', ['ofState'], 'getParticipant', 'overrideDueDate', 'removeOverride', 'decide:APPROVE'),
  ...about('PARTICIPANT', ['ofState'], 'decide:REQUEST_RECERTIFICATION', 'decide:UNAPPROVE', 'decide:DECLINE_REQUEST'),
  ...about('PARTICIPANT', ['ofDistrict'], 'getCertification', 'listRuns', 'getHistory', 'runStep', 'completeStep'),
  ...about('PARTICIPANT', ['ofDistrict'], 'startCertification', 'takeSnapshot', 'submitCertification', 'confirmSent'),
  ...about('PARTICIPANT', ['ofDistrict'], 'withdrawSubmission', 'requestRecertification'),
  ...about('PARTICIPANT', ['ofDistrict'], 'withdrawRecertificationRequest'),
  ...about('PARTICIPANT', ['ofState'], 'listStateRuns', 'runOnLane'),
  ...about('PARTICIPANT', ['ofState', 'ofDistrict'], 'getSnapshot', 'verifySnapshot'),
  ...about('PARTICIPANT', ['ofState', 'ofDistrict'], 'getSnapshotReport', 'diffSnapshots'),
  ...about('RUN', ['ofState', 'ofDistrict'], 'getRun', 'listFindings', 'getRunReport', 'retryRun', 'cancelRun'),
]);

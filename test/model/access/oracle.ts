import type { Operation } from '../../../shared/domain/access/policy.ts';
import type { Tool } from '../../../shared/domain/user/state.ts';
import { directory } from './directory-sentences.ts';
import type { Decider, ThingFacts } from './facts.ts';
import { any, editorOfState, eitherOf, has, type Sentence, stateWith } from './words.ts';

/*
 * Who may do what, written down a second time from the prose: the table of tool rights, the ruling on the state's side,
 * the explicit cases of the authorization chapter. One sentence of the text a line; nothing here is taken from the
 * policy it judges. Scope misses are NOT_FOUND, right misses FORBIDDEN.
 */

const everybody: Sentence = () => true;

/** Decisions, runs, findings and snapshot content need category membership too. */
const stateMember: Sentence = (person) =>
  person.side === 'STATE' &&
  (person.member === 'APPROVER' || person.member === 'REVIEWER') &&
  has(person, 'EVENT_MANAGEMENT', 'R');

/** Approver: full rights on Event Management and Event Report, and that role in the category. */
const approver: Sentence = (person) =>
  person.side === 'STATE' &&
  person.member === 'APPROVER' &&
  has(person, 'EVENT_MANAGEMENT', 'RWAD') &&
  has(person, 'EVENT_REPORT', 'RWAD');

/** A district's participant is its own people's; a school's that of people of the whole district or of that school. */
const inReach: Sentence = (person, thing) =>
  person.side === 'LOCAL' && (person.place === 'OWN' || (person.place === 'ONE_SCHOOL' && thing.level === 'SCHOOL'));

const inCategory: Sentence = ({ member }) => member === 'CERTIFIER' || member === 'REVIEWER';

const localMember: Sentence = (person, thing) => inReach(person, thing) && inCategory(person, thing);

/** Certifier and reviewer both need all four letters on Certification Event. */
const fullMember: Sentence = (person, thing) =>
  localMember(person, thing) && has(person, 'CERTIFICATION_EVENT', 'RWAD');
const certifier: Sentence = (person, thing) => fullMember(person, thing) && person.member === 'CERTIFIER';

/** R shows; W, A and D imply R: a member with any letter reads. */
const readingMember: Sentence = (person, thing) => localMember(person, thing) && any(person, 'CERTIFICATION_EVENT');

/** Member-manager: a local user with all four on Certification Category, in his own district. */
const memberManager: Sentence = (person, thing) =>
  inReach(person, thing) && has(person, 'CERTIFICATION_CATEGORY', 'RWAD');

/** Save & Publish of an existing one needs W and A; a first publication A alone. */
const publisher: Sentence = (person, thing) =>
  stateWith('EVENT_MANAGEMENT', thing.event === 'PUBLISHED' ? 'WA' : 'A')(person, thing);

/** Data of a district: the state's, and those of its own people who see the whole district. */
const dataWith =
  (tool: Tool, letters: string): Sentence =>
  (person) =>
    (person.side === 'STATE' || person.place === 'OWN') &&
    (letters === 'ANY' ? any(person, tool) : has(person, tool, letters));

const certifierOfDistrict: Sentence = (person) =>
  person.side === 'LOCAL' && person.place === 'OWN' && any(person, 'CERTIFICATION_EVENT');

/** Runs and what they found: the participant's own people, and the state's members of the category. */
const sameScope: Sentence = (person, thing) =>
  thing.kind === 'STATE_RUN' ? stateMember(person, thing) : stateMember(person, thing) || readingMember(person, thing);

const workerOnRuns: Sentence = (person, thing) =>
  thing.kind === 'STATE_RUN' ? stateMember(person, thing) : fullMember(person, thing);

const readsLibrary =
  (tool: Tool): Sentence =>
  (person) =>
    has(person, tool, 'R');

const readsCategories: Sentence = (person, thing) =>
  any(person, 'CERTIFICATION_CATEGORY') || editorOfState(person, thing);

const readsGroups = eitherOf(readsLibrary('VALIDATION_GROUPS'), editorOfState);

const writesRules =
  (letter: string): Sentence =>
  (person, thing) =>
    stateWith('VALIDATION_RULES', letter)(person, thing) && any(person, 'DIRECT_SQL');
const sentences: Readonly<Partial<Record<Operation, Sentence>>> = {
  getMe: everybody,
  getSettings: everybody,
  listOrganizations: everybody,
  getOrganization: everybody,
  listAlerts: everybody,
  readAlert: everybody,
  dismissAlerts: everybody,
  listDatasets: everybody,
  getDataset: everybody,
  // What is delivered is declared by the state: to declare is to add, to change a declaration is to write.
  createDataset: stateWith('DATASETS', 'A'),
  replaceDataset: stateWith('DATASETS', 'W'),
  listCategories: readsCategories,
  getCategory: readsCategories,
  ...directory,
  listRules: readsLibrary('VALIDATION_RULES'),
  getRule: readsLibrary('VALIDATION_RULES'),
  // Direct SQL is a separate right on top of those on rules; what the state owns districts only read, but may try on their own rows.
  createRule: writesRules('A'),
  createRuleVersion: writesRules('W'),
  changeRule: stateWith('VALIDATION_RULES', 'W'),
  checkRule: (person, thing) => dataWith('VALIDATION_RULES', 'R')(person, thing) && any(person, 'DIRECT_SQL'),
  createValidationGroup: stateWith('VALIDATION_GROUPS', 'A'),
  changeValidationGroup: stateWith('VALIDATION_GROUPS', 'W'),
  listValidationGroups: readsGroups,
  getValidationGroup: readsGroups,
  // The text gives no letters for data: to deliver is to write, to look needs any letter, and who certifies sees the lag.
  createUpload: dataWith('DATASETS', 'W'),
  completeUpload: dataWith('DATASETS', 'W'),
  setColumnMapping: dataWith('DATASETS', 'W'),
  getUpload: dataWith('DATASETS', 'ANY'),
  listUploadErrors: dataWith('DATASETS', 'ANY'),
  getDataStatus: eitherOf(dataWith('DATASETS', 'ANY'), dataWith('BATCH_RESYNC', 'ANY'), certifierOfDistrict),
  // Keys of rows are data: who only certifies sees the lag, not them.
  getReconciliation: eitherOf(dataWith('DATASETS', 'ANY'), dataWith('BATCH_RESYNC', 'ANY')),
  syncData: dataWith('BATCH_RESYNC', 'W'),
  // Batch Resync: R is enough to view and run.
  resyncData: dataWith('BATCH_RESYNC', 'ANY'),
  listCertificationEvents: stateWith('EVENT_MANAGEMENT', 'ANY'),
  getCertificationEvent: stateWith('EVENT_MANAGEMENT', 'ANY'),
  previewPublish: stateWith('EVENT_MANAGEMENT', 'ANY'),
  createCertificationEvent: stateWith('EVENT_MANAGEMENT', 'A'),
  copyCertificationEvent: stateWith('EVENT_MANAGEMENT', 'A'),
  replaceCertificationEvent: stateWith('EVENT_MANAGEMENT', 'W'),
  discardChanges: stateWith('EVENT_MANAGEMENT', 'W'),
  publishCertificationEvent: publisher,
  deleteCertificationEvent: stateWith('EVENT_MANAGEMENT', 'D'),
  closeCertificationEvent: stateWith('EVENT_MANAGEMENT', 'D'),
  // Whoever may end it decides too how long it is kept.
  placeLegalHold: stateWith('EVENT_MANAGEMENT', 'D'),
  releaseLegalHold: stateWith('EVENT_MANAGEMENT', 'D'),
  listParticipants: stateWith('EVENT_MANAGEMENT', 'R'),
  getParticipant: stateWith('EVENT_MANAGEMENT', 'R'),
  listSnapshots: stateWith('EVENT_MANAGEMENT', 'R'),
  // Names, columns and how many rows: no snapshot content.
  getDatamart: stateWith('EVENT_MANAGEMENT', 'R'),
  listAuditEntries: stateWith('EVENT_MANAGEMENT', 'R'),
  // The seals are part of the audit; what was written is read as the participants are; messages take W.
  listAuditSeals: stateWith('EVENT_MANAGEMENT', 'R'),
  listMessages: stateWith('EVENT_MANAGEMENT', 'R'),
  messageCertifiers: stateWith('EVENT_MANAGEMENT', 'W'),
  getEventReport: stateWith('EVENT_REPORT', 'R'),
  listStateRuns: stateMember,
  runOnLane: stateMember,
  validateParticipants: stateMember,
  overrideDueDate: stateWith('EVENT_MANAGEMENT', 'W'),
  removeOverride: stateWith('EVENT_MANAGEMENT', 'W'),
  takeSnapshots: approver,
  decide: approver,
  'decide:APPROVE': approver,
  'decide:REQUEST_RECERTIFICATION': approver,
  'decide:UNAPPROVE': approver,
  'decide:DECLINE_REQUEST': approver,
  listCertifications: (person) => person.side === 'LOCAL' && any(person, 'CERTIFICATION_EVENT'),
  getCertification: readingMember,
  listRuns: readingMember,
  getHistory: readingMember,
  runStep: fullMember,
  completeStep: fullMember,
  startCertification: certifier,
  takeSnapshot: certifier,
  submitCertification: certifier,
  withdrawSubmission: certifier,
  confirmSent: certifier,
  requestRecertification: certifier,
  withdrawRecertificationRequest: certifier,
  listQueue: (person) => has(person, 'BATCH_QUEUE', 'R'),
  getRun: sameScope,
  listFindings: sameScope,
  getRunReport: sameScope,
  retryRun: workerOnRuns,
  cancelRun: workerOnRuns,
  getSnapshot: sameScope,
  verifySnapshot: sameScope,
  getSnapshotReport: sameScope,
  diffSnapshots: sameScope,
};

const sentenceOf = (operation: Operation): Sentence => {
  const sentence = sentences[operation];
  if (sentence === undefined) throw new Error(`nobody has read in the text who may ${operation}`);
  return sentence;
};

/** People of one's own district, and where one is bound to a school, those who are bound to it too. */
const seesPerson: Sentence = ({ place }, { whose }) =>
  (place === 'OWN' && whose !== 'STATE') || (place === 'ONE_SCHOOL' && whose === 'SCHOOL');

/** What a person can know to exist. The state sees all its agency has; a deleted one is gone for everybody. */
const isSeen: Sentence = (person, thing) => {
  if (thing.event === 'DELETED' && thing.kind === 'EVENT') return false;
  if (person.side === 'STATE' || thing.kind === 'AGENCY') return true;
  // His own tree: his district, and where he is bound to schools, of them only those.
  if (thing.kind === 'ORGANIZATION')
    return person.place !== 'FOREIGN' && !(person.place === 'SIBLING' && thing.whose === 'SCHOOL');
  if (thing.kind === 'DISTRICT_DATA') return person.place === 'OWN';
  if (thing.kind === 'CATEGORY') return thing.published;
  if (thing.kind === 'LOCAL_MEMBERS') return thing.published && person.place !== 'FOREIGN';
  if (thing.kind === 'USER') return seesPerson(person, thing);
  // A certification event itself has no tenancy: from its publication on, its category's members everywhere know of it.
  if (thing.kind === 'EVENT')
    return (thing.event === 'PUBLISHED' || thing.event === 'CLOSED') && inCategory(person, thing);
  if (thing.kind === 'STATE_RUN' || thing.withdrawn) return false;
  return localMember(person, thing);
};

/** The one thing a person may do who is no member: confirm for the certifiers who are left. */
const isOpenToManagers = (operation: Operation, { withdrawn }: ThingFacts): boolean =>
  operation === 'confirmSent' && !withdrawn;

/** Deny by default: what nobody grants is refused, and what is refused is absent to whoever cannot see it. */
export const oracle: Decider = (operation, person, thing) => {
  if (!person.active) return 'FORBIDDEN';
  if (isOpenToManagers(operation, thing) && memberManager(person, thing)) return 'ALLOWED';
  if (!isSeen(person, thing)) return 'NOT_FOUND';
  return sentenceOf(operation)(person, thing) ? 'ALLOWED' : 'FORBIDDEN';
};

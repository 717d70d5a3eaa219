import { aRuleVersion } from '../../builders/rule-library.ts';
import { aDatasetVersion } from '../samples/lanes.ts';
import { day, moment } from '../../builders/time.ts';
import { example } from './example.ts';
import type { Pattern } from './pattern.ts';

const { event, district, user, run } = example;
const participant = { certificationEventId: event, organizationId: district };
const page = { limit: 50 };
const rule = aRuleVersion();

export const reads: readonly Pattern[] = [
  { what: 'anything by its key', run: ({ store }) => store.load('participant', participant) },
  {
    what: 'several by their keys',
    run: ({ store }) => store.loadMany('organization', [district, example.state]),
  },
  {
    what: 'two kinds by their keys',
    run: ({ store }) =>
      store.loadTogether({ entity: 'organization', keys: [district] }, { entity: 'user', keys: [user] }),
  },
  { what: 'a body of a definition', run: ({ store }) => store.body(event, example.body) },
  {
    what: 'a body without its participants',
    run: ({ store }) => store.bodyWithoutParticipants(event, example.body),
  },
  {
    what: 'rule versions',
    run: ({ store }) => store.ruleVersions([{ ruleId: rule.id, ruleVersion: rule.ruleVersion }]),
  },
  {
    what: 'versions of datasets',
    run: ({ store }) => store.datasetVersions(district, { students: aDatasetVersion().version }),
  },
  {
    what: 'whether a dataset version is known',
    run: ({ store }) => store.knownDatasetVersion(district, 'students', 'v'),
  },
  { what: 'all versions of a district, and what pins them', run: ({ store }) => store.versionsOf(district) },
  { what: 'certification events of a year', run: ({ store }) => store.certificationEvents(2026) },
  { what: 'all participants of a certification event', run: ({ store }) => store.participants(event) },
  { what: 'a page of participants', run: ({ store }) => store.participantsPage(event, page) },
  { what: 'the worklist of a district', run: ({ store }) => store.participantsOfDistrict(district) },
  { what: 'runs of a participant', run: ({ store }) => store.runsOf(participant) },
  { what: 'the queue', run: ({ store }) => store.queuedRuns() },
  { what: 'snapshots of a participant', run: ({ store }) => store.snapshotsOf(participant) },
  { what: 'a page of snapshots', run: ({ store }) => store.snapshotsOfCertificationEvent(event, page) },
  { what: 'messages of a certification event', run: ({ store }) => store.messagesOf(event) },
  { what: 'timers of a certification event', run: ({ store }) => store.timersOf(event) },
  { what: 'a page of the audit trail', run: ({ store }) => store.auditOf(event, page) },
  { what: 'the audit trail of late', run: ({ store }) => store.auditOf(event, page, moment('2026-05-05')) },
  { what: 'the last seal of a certification event', run: ({ store }) => store.lastSealOf(event) },
  { what: 'the seals of a certification event', run: ({ store }) => store.sealsOf(event) },
  { what: 'the history of a participant', run: ({ store }) => store.historyOf(participant) },
  { what: 'a page of a person’s inbox', run: ({ store }) => store.inbox(user, page, () => true) },
  { what: 'what a person has not read', run: ({ store }) => store.unreadAlerts(user, 100) },
  { what: 'some of a person’s alerts', run: ({ store }) => store.alertsNamed(user, ['alr_1']) },
  { what: 'people of a day’s mail', run: ({ store }) => store.digestList(day('2026-05-11'), page) },
  { what: 'people of an organization', run: ({ store }) => store.usersOf(district) },
  { what: 'which of some runs a person viewed', run: ({ store }) => store.viewedBy([run], user) },
  { what: 'children of an organization', run: ({ store }) => store.organizations(example.state) },
  { what: 'all organizations', run: ({ store }) => store.organizations() },
  { what: 'a page of all people', run: ({ store }) => store.users(undefined, page, () => true) },
  { what: 'the people of a district', run: ({ store }) => store.users(district, page, () => true) },
  { what: 'categories', run: ({ store }) => store.categories() },
  { what: 'local members of a category', run: ({ store }) => store.localMembersOf(example.category) },
  { what: 'rules', run: ({ store }) => store.rules() },
  { what: 'a declaration as it was', run: ({ store }) => store.declaration('students', 1) },
  { what: 'whose user name it is', run: ({ store }) => store.userOfName('ana') },
  { what: 'whose code it is', run: ({ store }) => store.ruleOfCode('ENR-1') },
  { what: 'the chain of a rule', run: ({ store }) => store.chainOf('rule', rule.id) },
  { what: 'validation groups', run: ({ store }) => store.validationGroups() },
  { what: 'datasets', run: ({ store }) => store.datasets() },
  { what: 'the next number', run: ({ store }) => store.nextCertificationEventNumber() },
  { what: 'whether a chunk was published', run: ({ store }) => store.chunkExists(event, 1, 0) },
  { what: 'the key that signs cursors', run: ({ store }) => store.cursorKey() },
  {
    what: 'the first answer to a repeated request',
    run: ({ unitOfWork }) => unitOfWork.findIdempotencyRecord(user, 'submitCertification', 'key'),
  },
  { what: 'a message of the outbox', run: ({ outboxRows }) => outboxRows.read('obx_1') },
  { what: 'a flow that waits', run: ({ waits }) => waits.open(participant, 1) },
  { what: 'what is due', run: ({ dueList, clock }) => dueList.due(clock.now()) },
];

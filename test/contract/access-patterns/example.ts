import type { Alert } from '../../../shared/domain/messaging/alert.ts';
import { alertId, certificationEventId, runId, userId } from '../../../shared/kernel/ids.ts';
import { aPublishedBody, aPublishedEvent } from '../../builders/certification-event.ts';
import { attendance, bearCreek, montana } from '../../builders/people.ts';
import { moment } from '../../builders/time.ts';
import { aRuleVersion } from '../../builders/rule-library.ts';
import { given, mustCommit } from '../acts.ts';
import { aDatasetVersion } from '../samples/lanes.ts';
import { lastSubmission } from '../samples/deadline-hour.ts';
import { creating, samples } from '../samples/entities.ts';
import type { World } from '../world.ts';

/** The names that the examples of the document use, and how the document writes them. */
export const example = {
  event: certificationEventId('evt_1'),
  district: bearCreek,
  state: montana,
  category: attendance,
  run: runId('run-1'),
  user: userId('ana'),
  body: 'bdy_1',
} as const;

const first = <Item>(items: readonly Item[]): Item => {
  const [item] = items;
  if (!item) throw new Error('there is no sample');
  return item;
};

export const firstParticipant = first(samples.participant);
export const firstAlert: Alert = {
  id: alertId('alr_1'),
  userId: example.user,
  kind: 'RUN_FINISHED',
  process: 'Batch Report Complete',
  name: 'Student Tardiness',
  facts: { state: 'Montana', name: 'Student Tardiness', title: 'Student Tardiness' },
  text: null,
  required: false,
  postedAt: moment('2026-05-05'),
  dueDate: null,
  link: '/runs/run-1',
  certificationEventId: example.event,
  organizationId: example.district,
  digestOn: null,
  readAt: null,
  dismissedAt: null,
};

/** One of everything that the patterns read. */
export const fillWorld = async (world: World): Promise<void> => {
  await given(
    world,
    creating('agency', first(samples.agency)),
    ...samples.organization.map((organization) => creating('organization', organization)),
    creating('user', first(samples.user)),
    creating('category', first(samples.category)),
    creating('localMembers', first(samples.localMembers)),
    creating('rule', first(samples.rule)),
    creating('validationGroup', first(samples.validationGroup)),
    ...samples.dataset.map((dataset) => creating('dataset', dataset)),
    creating('certificationEvent', aPublishedEvent()),
    creating('participant', firstParticipant),
    creating('participant', lastSubmission().before),
    creating('run', first(samples.run)),
    creating('snapshot', first(samples.snapshot)),
    creating('organizationData', first(samples.organizationData)),
    creating('upload', first(samples.upload)),
    creating('message', first(samples.message)),
    creating('timer', first(samples.timer)),
  );
  const { certificationEventId } = lastSubmission().before;
  await mustCommit(world, { fenceChange: { certificationEventId, status: 'PUBLISHED', revision: 1 } });
  await mustCommit(world, {
    fenceChange: { certificationEventId: example.event, status: 'PUBLISHED', revision: 1 },
    inserts: [
      { row: 'body', certificationEventId: example.event, bodyId: example.body, body: aPublishedBody() },
      { row: 'ruleVersion', version: aRuleVersion() },
      { row: 'datasetVersion', organizationId: bearCreek, version: aDatasetVersion() },
    ],
  });
};

import type { EntityName, KeyOf, StateOf } from '../../../shared/application/entities.ts';
import type { Transition, TransitionOf } from '../../../shared/application/ports/unit-of-work.ts';
import { agencies, categories, datasets, localMembers, organizations, users } from './directory.ts';
import { certificationEvents, messages, timers } from './certification-events.ts';
import { organizationData, uploads } from './lanes.ts';
import { participants } from './participants.ts';
import { rules, validationGroups } from './library.ts';
import { runs, snapshots } from './runs-and-snapshots.ts';

/** At least one state of every kind and of every status, with and without everything that may be null. */
export const samples: { readonly [Name in EntityName]: readonly StateOf<Name>[] } = {
  agency: agencies,
  organization: organizations,
  user: users,
  category: categories,
  localMembers,
  rule: rules,
  validationGroup: validationGroups,
  dataset: datasets,
  certificationEvent: certificationEvents,
  participant: participants,
  run: runs,
  snapshot: snapshots,
  organizationData,
  upload: uploads,
  message: messages,
  timer: timers,
};

/** How each kind is named by its state. */
export const keyOfState: { readonly [Name in EntityName]: (state: StateOf<Name>) => KeyOf<Name> } = {
  agency: () => 'AGENCY',
  organization: ({ id }) => id,
  user: ({ id }) => id,
  category: ({ id }) => id,
  localMembers: ({ categoryId, districtId }) => ({ categoryId, districtId }),
  rule: ({ id }) => id,
  validationGroup: ({ id }) => id,
  dataset: ({ name }) => name,
  certificationEvent: ({ id }) => id,
  participant: ({ certificationEventId, organizationId }) => ({ certificationEventId, organizationId }),
  run: ({ id }) => id,
  snapshot: ({ id }) => id,
  organizationData: ({ organizationId }) => organizationId,
  upload: ({ id }) => id,
  message: ({ id }) => id,
  timer: ({ id }) => id,
};

export const creating = <Name extends EntityName>(entity: Name, after: StateOf<Name>): TransitionOf<Name> => ({
  entity,
  key: keyOfState[entity](after),
  before: null,
  after,
  command: 'create',
});

/** The creation of every sample, one state of an entity after the other. */
export const everySample: readonly Transition[] = [
  ...samples.agency.map((state) => creating('agency', state)),
  ...samples.organization.map((state) => creating('organization', state)),
  ...samples.user.map((state) => creating('user', state)),
  ...samples.category.map((state) => creating('category', state)),
  ...samples.localMembers.map((state) => creating('localMembers', state)),
  ...samples.rule.map((state) => creating('rule', state)),
  ...samples.validationGroup.map((state) => creating('validationGroup', state)),
  ...samples.dataset.map((state) => creating('dataset', state)),
  ...samples.certificationEvent.map((state) => creating('certificationEvent', state)),
  ...samples.participant.map((state) => creating('participant', state)),
  ...samples.run.map((state) => creating('run', state)),
  ...samples.snapshot.map((state) => creating('snapshot', state)),
  ...samples.organizationData.map((state) => creating('organizationData', state)),
  ...samples.upload.map((state) => creating('upload', state)),
  ...samples.message.map((state) => creating('message', state)),
  ...samples.timer.map((state) => creating('timer', state)),
];

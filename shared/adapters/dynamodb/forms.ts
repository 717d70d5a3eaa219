import type { EntityName } from '../../application/entities.ts';
import { agencyForm } from './entities/agency.ts';
import { categoryForm, localMembersForm } from './entities/category.ts';
import { certificationEventForm } from './entities/certification-event.ts';
import { datasetForm } from './entities/dataset.ts';
import { messageForm } from './entities/message.ts';
import { organizationDataForm, uploadForm } from './entities/lanes.ts';
import { organizationForm } from './entities/organization.ts';
import { participantForm } from './entities/participant.ts';
import { ruleForm, validationGroupForm } from './entities/rule-library.ts';
import { runForm } from './entities/run.ts';
import { snapshotForm } from './entities/snapshot.ts';
import { timerForm } from './entities/timer.ts';
import { userForm } from './entities/user.ts';
import type { EntityForm } from './entity-form.ts';

/** Everything that has a version and a chain, and how it lies in the table. */
export const forms: { readonly [Name in EntityName]: EntityForm<Name> } = {
  agency: agencyForm,
  organization: organizationForm,
  user: userForm,
  category: categoryForm,
  localMembers: localMembersForm,
  rule: ruleForm,
  validationGroup: validationGroupForm,
  dataset: datasetForm,
  certificationEvent: certificationEventForm,
  participant: participantForm,
  run: runForm,
  snapshot: snapshotForm,
  organizationData: organizationDataForm,
  upload: uploadForm,
  message: messageForm,
  timer: timerForm,
};

import { access } from '../../domain/access/access.ts';
import { permittedOnCertification } from '../../domain/access/permitted.ts';
import { personOf } from '../../domain/actor.ts';
import { dueDateOf } from '../../domain/certification-event/window.ts';
import { actionOf } from '../../domain/participant/action.ts';
import { outlineOf, type ParticipantContext, taskOf } from '../../domain/participant/context.ts';
import { eventStatusLabels, userStatusLabels } from '../../domain/participant/labels.ts';
import type { Participant } from '../../domain/participant/state.ts';
import { userStatusOf } from '../../domain/participant/viewpoint.ts';
import type { WizardFacts } from '../../domain/participant/wizard.ts';
import { reportingYearLabel } from '../../kernel/reporting-year.ts';
import type { Scene } from '../participants/scene.ts';

/** In a list it is not looked up who opened which report: the wizard says exactly what can be completed. */
const listFacts: WizardFacts = { hasGroups: true, viewed: () => true };

const mayStart = (participant: Participant, context: ParticipantContext): boolean =>
  access(context.actor, 'startCertification', {
    kind: 'PARTICIPANT',
    certificationEvent: context.certificationEvent,
    participant,
  }) === 'ALLOWED';

/** One line of a person's worklist, and what a command on it answers. */
export const worklistRow = (participant: Participant, context: ParticipantContext, facts: WizardFacts = listFacts) => {
  const { certificationEventId, organizationId, level, name, status, round } = participant;
  const outline = outlineOf(context);
  const task = taskOf(participant, personOf(context.actor).id);
  const userStatus = userStatusOf(task, participant, context);
  return {
    id: `${certificationEventId}.${organizationId}`,
    eventId: certificationEventId,
    organizationId,
    eventName: outline.name,
    schoolName: level === 'SCHOOL' ? name : null,
    userStatus,
    userStatusLabel: userStatusLabels[userStatus],
    eventStatus: status,
    eventStatusLabel: eventStatusLabels[status],
    dueDate: dueDateOf(task, participant, outline),
    reportingYear: outline.reportingYear,
    reportingYearLabel: reportingYearLabel(outline.reportingYear),
    round,
    action: actionOf(task, participant, context, mayStart(participant, context)),
    permittedCommands: permittedOnCertification(participant, facts, context),
  };
};

export type WorklistRow = ReturnType<typeof worklistRow>;

/** The row as it is after a command. */
export const certificationRow = (scene: Scene, after: Participant) =>
  worklistRow(after, { ...scene.caller, certificationEvent: scene.certificationEvent.state });

import { hasOpened } from '../certification-event/window.ts';
import { isFinished, isTaskOpen, outlineOf } from './context.ts';
import type { Participant, Task } from './state.ts';
import { isLate, type Viewpoint } from './viewpoint.ts';

export type WorklistAction = 'START_CERTIFICATION' | 'CONTINUE_CERTIFICATION' | 'REVIEW_DATA' | 'VIEW';

/** This person could work towards submitting right now. */
const mayWork = (task: Task, participant: Participant, view: Viewpoint): boolean => {
  const outline = outlineOf(view);
  const isOpen = outline.active && hasOpened(outline, view.now, view.agency.timeZone);
  return isOpen && isTaskOpen(task) && !isLate(task, participant, view);
};

/** The one button of a worklist row. `canSubmit`: he is a certifier with the rights that it takes. */
export const actionOf = (
  task: Task | null,
  participant: Participant,
  view: Viewpoint,
  canSubmit: boolean,
): WorklistAction => {
  if (view.certificationEvent.status === 'CLOSED') return 'VIEW';
  if (isFinished(participant)) return canSubmit ? 'VIEW' : 'REVIEW_DATA';
  if (!canSubmit || task?.role !== 'CERTIFIER' || !mayWork(task, participant, view)) return 'REVIEW_DATA';
  return task.status === 'NOT_STARTED' ? 'START_CERTIFICATION' : 'CONTINUE_CERTIFICATION';
};

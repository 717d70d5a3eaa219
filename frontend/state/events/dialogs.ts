import { later } from '../../parts/later.tsx';

export const DecisionForm = later(async () => (await import('./decision/decision-form.tsx')).DecisionForm);
export const DueDateDialog = later(async () => (await import('./participant/due-date-dialog.tsx')).DueDateDialog);
export const MessageDialog = later(async () => (await import('./message/message-dialog.tsx')).MessageDialog);
export const ValidateDialog = later(async () => (await import('./validation/validate-dialog.tsx')).ValidateDialog);
export const PublishDialog = later(async () => (await import('./publish/publish-dialog.tsx')).PublishDialog);
export const ReasonDialog = later(async () => (await import('../../parts/reason-dialog.tsx')).ReasonDialog);

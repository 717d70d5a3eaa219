import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Field } from '../../../parts/field.tsx';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { useDateText } from '../../../parts/time-text.tsx';
import { say } from '../../../parts/toasts.tsx';
import { Textarea, TextInput } from '../../../parts/uswds.tsx';
import { useDraft } from '../../../session/use-draft.ts';
import { changedByParticipant, type OneParticipant } from '../participant-query.ts';

interface Moved {
  dueDate: string;
  reason: string;
}

interface DueDateDialogProps {
  readonly one: OneParticipant;
  readonly event: CertificationEvent;
  /** A certifier, or ALL. */
  readonly userId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Gives one certifier, or all of a participant, until a later day. */
export const DueDateDialog = ({ one, event, userId, name, onClose }: DueDateDialogProps) => {
  const { t } = useTranslation(['participation', 'shell']);
  const date = useDateText();
  const id = useId();
  const form = useForm<Moved>({ defaultValues: { dueDate: '', reason: '' } });
  useDraft(`due date ${one.eventId} ${one.orgId} ${userId}`, form);
  const move = useCommand<Moved, unknown>({
    send: (body) =>
      answerOf(
        api.PUT('/v1/certification-events/{id}/participants/{orgId}/due-date-overrides/{userId}', {
          params: { path: { id: one.eventId, orgId: one.orgId, userId }, header: { 'If-Match': '*' } },
          body,
        }),
      ),
    changes: changedByParticipant(one),
    onDone: (_participant, { dueDate }) => {
      onClose();
      say(t('participation:people.movedTo', { name, date: date(dueDate) }));
    },
  });
  const { errors } = form.formState;
  const isGiven = (text: string): boolean => text.trim() !== '';
  return (
    <FormDialog
      title={t('participation:people.moveOf', { name })}
      action={t('participation:people.move')}
      busy={move.isPending}
      error={move.error}
      onSubmit={(submitted) => void form.handleSubmit((moved) => move.mutate(moved))(submitted)}
      onClose={onClose}
    >
      <Field
        id={`${id}-date`}
        label={t('participation:people.newDueDate')}
        hint={event.endDate === null ? undefined : t('participation:people.notBefore', { date: date(event.endDate) })}
        problem={errors.dueDate === undefined ? undefined : t('participation:people.dateMissing')}
      >
        {(ties) => <TextInput type="date" {...ties} {...form.register('dueDate', { validate: isGiven })} />}
      </Field>
      <Field
        id={`${id}-reason`}
        label={t('shell:reason.label')}
        problem={errors.reason === undefined ? undefined : t('shell:reason.missing')}
      >
        {(ties) => <Textarea maxLength={2000} {...ties} {...form.register('reason', { validate: isGiven })} />}
      </Field>
    </FormDialog>
  );
};

import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Field } from '../../../parts/field.tsx';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../parts/toasts.tsx';
import { Checkbox, Textarea, TextInput } from '../../../parts/uswds.tsx';
import { useDraft } from '../../../session/use-draft.ts';

/** Whom it is written to: certain people, all certifiers of some participants, or (null) those of all. */
export type Addressees =
  | { readonly organizationIds: readonly string[] }
  | { readonly recipients: readonly { readonly organizationId: string; readonly userId: string }[] }
  | null;

interface Written {
  subject: string;
  body: string;
  onlyUnfinished: boolean;
}

interface MessageDialogProps {
  readonly eventId: string;
  readonly to: Addressees;
  readonly onClose: () => void;
}

const isWritten = (text: string): boolean => text.trim() !== '';

/** A message to certifiers: it arrives in their Message Centers and by mail. */
export const MessageDialog = ({ eventId, to, onClose }: MessageDialogProps) => {
  const { t } = useTranslation(['participation', 'shell']);
  const id = useId();
  const form = useForm<Written>({ defaultValues: { subject: '', body: '', onlyUnfinished: true } });
  useDraft(`message ${eventId}`, form);
  const send = useCommand<Written, { readonly recipients: readonly unknown[] }>({
    send: ({ onlyUnfinished, ...written }, header) =>
      answerOf(
        api.POST('/v1/certification-events/{id}/messages', {
          params: { path: { id: eventId }, header },
          body: {
            ...written,
            ...(to !== null && 'organizationIds' in to ? { organizationIds: [...to.organizationIds] } : {}),
            ...(to !== null && 'recipients' in to ? { recipients: [...to.recipients] } : { onlyUnfinished }),
          },
        }),
      ),
    changes: [['event-messages', eventId]],
    onDone: ({ recipients }) => {
      onClose();
      say(t('participation:message.done', { count: recipients.length }));
    },
  });
  const { errors } = form.formState;
  const missing = (fault: unknown): string | undefined =>
    fault === undefined ? undefined : t('participation:message.missing');
  const isPersonal = to !== null && 'recipients' in to;
  const addressed =
    to === null
      ? t('participation:message.toAll')
      : t(isPersonal ? 'participation:message.toPeople' : 'participation:message.toParticipants', {
          count: isPersonal ? to.recipients.length : to.organizationIds.length,
        });
  return (
    <FormDialog
      title={t('participation:message.action')}
      action={t('participation:message.send')}
      busy={send.isPending}
      error={send.error}
      onSubmit={(event) => void form.handleSubmit((written) => send.mutate(written))(event)}
      onClose={onClose}
    >
      <p>{addressed}</p>
      {!isPersonal && (
        <Checkbox
          id={`${id}-unfinished`}
          label={t('participation:message.onlyUnfinished')}
          {...form.register('onlyUnfinished')}
        />
      )}
      <Field id={`${id}-subject`} label={t('participation:message.subject')} problem={missing(errors.subject)}>
        {(ties) => (
          <TextInput
            type="text"
            maxLength={200}
            className="wide"
            {...ties}
            {...form.register('subject', { validate: isWritten })}
          />
        )}
      </Field>
      <Field id={`${id}-body`} label={t('participation:message.body')} problem={missing(errors.body)}>
        {(ties) => (
          <Textarea maxLength={10_000} className="wide" {...ties} {...form.register('body', { validate: isWritten })} />
        )}
      </Field>
    </FormDialog>
  );
};

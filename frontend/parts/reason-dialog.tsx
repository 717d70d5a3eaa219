import { type ReactNode, useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../session/use-draft.ts';
import { Field } from './field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { Textarea } from './uswds.tsx';

interface ReasonDialogProps {
  /** Which dialog of which thing, so that what was typed is found again. */
  readonly draft: string;
  readonly title: string;
  /** What is asked for, where it is not just the reason. */
  readonly label?: string;
  readonly action: string;
  readonly dangerous?: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
  /** What it means, above the field. */
  readonly children: ReactNode;
}

/** Asks for the reason of something that others will read. */
export const ReasonDialog = ({ draft, label, onSubmit, children, ...dialog }: ReasonDialogProps) => {
  const { t } = useTranslation();
  const id = useId();
  const form = useForm<{ reason: string }>({ defaultValues: { reason: '' } });
  useDraft(draft, form);
  const isMissing = form.formState.errors.reason !== undefined;
  return (
    <FormDialog
      {...dialog}
      onSubmit={(event) => void form.handleSubmit(({ reason }) => onSubmit(reason.trim()))(event)}
    >
      {children}
      <Field id={id} label={label ?? t('reason.label')} problem={isMissing ? t('reason.missing') : undefined}>
        {(ties) => (
          <Textarea
            maxLength={2000}
            {...ties}
            {...form.register('reason', { validate: (reason) => reason.trim() !== '' })}
          />
        )}
      </Field>
    </FormDialog>
  );
};

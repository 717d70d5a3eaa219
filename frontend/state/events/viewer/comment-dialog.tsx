import { type ReactNode, useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../parts/dialog.tsx';
import { Field } from '../../../parts/field.tsx';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { Button, ButtonGroup, Textarea } from '../../../parts/uswds.tsx';
import { useDraft } from '../../../session/use-draft.ts';

interface CommentDialogProps {
  readonly draft: string;
  readonly title: string;
  readonly label: string;
  readonly action: string;
  readonly dangerous?: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSubmit: (text: string) => void;
  readonly onClose: () => void;
  /** What it means, above the comment. */
  readonly children: ReactNode;
}

/** Asks for a comment that stays with what is done. */
export const CommentDialog = (props: CommentDialogProps) => {
  const { t } = useTranslation();
  const id = useId();
  const form = useForm<{ text: string }>({ defaultValues: { text: '' } });
  useDraft(props.draft, form);
  const isMissing = form.formState.errors.text !== undefined;
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form noValidate onSubmit={(event) => void form.handleSubmit(({ text }) => props.onSubmit(text.trim()))(event)}>
        {props.children}
        <Field id={id} label={props.label} problem={isMissing ? t('reason.missing') : undefined}>
          {(ties) => (
            <Textarea
              maxLength={2000}
              {...ties}
              {...form.register('text', { validate: (text) => text.trim() !== '' })}
            />
          )}
        </Field>
        <ProblemAlert error={props.error} />
        <ButtonGroup className="dialog-buttons">
          <Button type="submit" secondary={props.dangerous === true} disabled={props.busy}>
            {props.action}
          </Button>
          <Button type="button" unstyled className="padding-105" onClick={props.onClose}>
            {t('cancel')}
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
};

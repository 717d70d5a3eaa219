import { Button, ButtonGroup, ErrorMessage, FormGroup, Label, Textarea } from './uswds.tsx';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../session/use-draft.ts';
import { Dialog } from './dialog.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface Reasoned {
  reason: string;
}

interface ReasonDialogProps {
  /** Which dialog of which thing, so that what was typed is found again. */
  readonly draft: string;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly command: {
    readonly mutate: (input: Reasoned) => void;
    readonly isPending: boolean;
    readonly error: Error | null;
  };
  readonly onClose: () => void;
}

/** Asks for the reason of something that others will read. */
export const ReasonDialog = ({ draft, title, text, action, command, onClose }: ReasonDialogProps) => {
  const { t } = useTranslation();
  const id = useId();
  const form = useForm<Reasoned>({ defaultValues: { reason: '' } });
  useDraft(draft, form);
  const { ref, ...reason } = form.register('reason', { validate: (text) => text.trim() !== '' });
  const isMissing = form.formState.errors.reason !== undefined;
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) =>
          void form.handleSubmit(({ reason: text }) => command.mutate({ reason: text.trim() }))(event)
        }
      >
        <p>{text}</p>
        <FormGroup error={isMissing}>
          <Label htmlFor={id}>{t('reason.label')}</Label>
          {isMissing && <ErrorMessage id={`${id}-problem`}>{t('reason.missing')}</ErrorMessage>}
          <Textarea
            id={id}
            ref={ref}
            maxLength={2000}
            aria-invalid={isMissing}
            aria-describedby={isMissing ? `${id}-problem` : undefined}
            {...reason}
          />
        </FormGroup>
        <ProblemAlert error={command.error} />
        <ButtonGroup className="dialog-buttons">
          <Button type="submit" disabled={command.isPending}>
            {action}
          </Button>
          <Button type="button" unstyled className="padding-105" onClick={onClose}>
            {t('cancel')}
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
};

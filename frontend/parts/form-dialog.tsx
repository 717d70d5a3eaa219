import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { Button, ButtonGroup } from './uswds.tsx';

interface FormDialogProps {
  readonly title: string;
  /** The button that sends it, named after what it does. */
  readonly action: string;
  readonly dangerous?: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSubmit: (submitted: SubmitEvent<HTMLFormElement>) => void;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A short form in a dialog; the refusal of what was sent stands above its buttons. */
export const FormDialog = (props: FormDialogProps) => {
  const { title, action, dangerous = false, busy, error, onSubmit, onClose, wide, children } = props;
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose} {...(wide === true && { wide })}>
      <form noValidate className="form" onSubmit={onSubmit}>
        {children}
        <ProblemAlert error={error} />
        <ButtonGroup className="dialog-buttons">
          <Button type="submit" secondary={dangerous} disabled={busy}>
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

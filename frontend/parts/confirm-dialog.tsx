import { Button, ButtonGroup } from './uswds.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** The button that does it, named after what it does. */
  readonly action: string;
  readonly dangerous?: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something that cannot be taken back, or not easily; the refusal of it is shown here too. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <div className="dialog-body">
        {props.children}
        <ProblemAlert error={props.error} />
      </div>
      <ButtonGroup>
        <Button type="button" secondary={props.dangerous === true} disabled={props.busy} onClick={props.onConfirm}>
          {props.action}
        </Button>
        <Button type="button" unstyled className="padding-105" onClick={props.onClose}>
          {t('cancel')}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
};

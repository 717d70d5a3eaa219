import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

interface DialogProps {
  readonly title: string;
  /** Called by Escape and the cross. Without it the dialog can only be left by its own buttons. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** As large as the window. */
  readonly full?: boolean;
}

/**
 * A modal dialog: the browser keeps the focus inside, makes the page behind inert, and gives the focus back afterwards.
 * It is on the screen as long as it is rendered.
 */
export const Dialog = ({ title, onClose, children, wide = false, full = false }: DialogProps) => {
  const { t } = useTranslation();
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className={['dialog', wide && 'dialog--wide', full && 'dialog--full'].filter(Boolean).join(' ')}
      aria-labelledby={heading}
      onCancel={(cancelled) => {
        cancelled.preventDefault();
        onClose?.();
      }}
    >
      <div className="dialog-head">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        {onClose !== undefined && (
          <button type="button" className="icon-button" aria-label={t('close')} onClick={onClose}>
            <Icon name="cross" />
          </button>
        )}
      </div>
      {children}
    </dialog>
  );
};

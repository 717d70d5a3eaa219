import { useBlocker } from '@tanstack/react-router';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import type { DefinitionForm } from './definition-form.ts';

/** Asks before another page is gone to with something typed and not saved. From step to step one goes freely. */
export const LeaveDialog = () => {
  const { t } = useTranslation('events');
  const { isDirty } = useFormContext<DefinitionForm>().formState;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: false,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={t('leave.title')}
      action={t('leave.action')}
      dangerous
      busy={false}
      error={null}
      onConfirm={blocker.proceed}
      onClose={blocker.reset}
    >
      <p>{t('leave.text')}</p>
    </ConfirmDialog>
  );
};

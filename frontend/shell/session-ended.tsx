import { Button } from '../parts/uswds.tsx';
import { useRouteContext, useRouter } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { keepDrafts } from '../session/drafts.ts';

/** The session has ended and could not be renewed: sign in again, and be back here with what was typed. */
export const SessionEnded = () => {
  const { t } = useTranslation();
  const router = useRouter();
  const { session } = useRouteContext({ from: '/signed-in' });
  const hasEnded = useSyncExternalStore(session.watch, session.hasEnded);
  if (!hasEnded) return null;
  const signInAgain = () => {
    keepDrafts();
    void session.signIn(router.state.location.href);
  };
  return (
    <Dialog title={t('sessionEnded.title')}>
      <p>{t('sessionEnded.text')}</p>
      <Button type="button" onClick={signInAgain}>
        {t('sessionEnded.signIn')}
      </Button>
    </Dialog>
  );
};

import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { Button } from '../parts/uswds.tsx';
import { useTranslation } from 'react-i18next';
import { isRefused } from '../api/problem.ts';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';

export const Loading = () => {
  const { t } = useTranslation();
  return (
    <p role="status" className="loading">
      {t('loading')}
    </p>
  );
};

/** An address that leads nowhere, or to what this person may not know of: the API does not tell them apart. */
export const NotFound = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} lead={t('notFound.text')}>
      <p>
        <Link to="/home">{t('notFound.home')}</Link>
      </p>
    </Page>
  );
};

/** A page that could not be shown, with another attempt. The rest of the shell stays. */
export const PageFailed = ({ error, reset }: ErrorComponentProps) => {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  if (isRefused(error, 'NOT_FOUND')) return <NotFound />;
  // What somebody has no right to does not come by asking again.
  const isForbidden = isRefused(error, 'FORBIDDEN');
  const again = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <Page title={t('pageFailed.title')}>
      <ProblemAlert error={error instanceof Error ? error : new Error(String(error))}>
        <p>
          {isForbidden ? (
            <Link to="/home">{t('notFound.home')}</Link>
          ) : (
            <Button type="button" onClick={again}>
              {t('pageFailed.again')}
            </Button>
          )}
        </p>
      </ProblemAlert>
    </Page>
  );
};

import { useTranslation } from 'react-i18next';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';

/** The pages could not even begin: no configuration, or a sign-in that was not finished. */
export const StartFailed = ({ fault }: { readonly fault: unknown }) => {
  const { t } = useTranslation();
  const error = fault instanceof Error ? fault : new Error(String(fault));
  return (
    <main className="usa-section grid-container">
      <Page title={t('startFailed.title')}>
        <ProblemAlert error={error} />
        <p>{t('startFailed.text')}</p>
        <p>
          <a className="usa-button" href="/">
            {t('startFailed.again')}
          </a>
        </p>
      </Page>
    </main>
  );
};

import { useTranslation } from 'react-i18next';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';

/** For somebody who may sign in and holds no right yet. */
export const NoWorkPage = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('noWork.title')}>
      <EmptyState title={t('noWork.text')} />
    </Page>
  );
};

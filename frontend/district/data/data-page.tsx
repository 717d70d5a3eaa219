import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page.tsx';

export const DataPage = () => {
  const { t } = useTranslation('district');
  return <Page title={t('worklist.title')}>{null}</Page>;
};

import { useTranslation } from 'react-i18next';
import { Status } from '../../parts/status.tsx';

/** Whether the person can sign in. */
export const AccountStatus = ({ active }: { readonly active: boolean }) => {
  const { t } = useTranslation('administration');
  return <Status tone={active ? 'done' : 'quiet'} words={active ? t('active') : t('inactive')} />;
};

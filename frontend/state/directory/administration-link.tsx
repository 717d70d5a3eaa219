import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.ts';
import { BackLink } from '../administration/back-link.tsx';

/** Back to the administration; a district comes here by the navigation itself. */
export const AdministrationLink = () => {
  const { t } = useTranslation('administration');
  const { data: me } = useSuspenseQuery(meQuery);
  return me.side === 'STATE' ? <BackLink to="/administration">{t('title')}</BackLink> : null;
};

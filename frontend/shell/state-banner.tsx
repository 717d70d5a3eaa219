import { useQuery } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { agencyQuery } from '../api/queries.ts';
import { Icon } from '../parts/icon.tsx';

/** Whose site this is. The stock banner speaks for the United States government; this one for the state's agency. */
export const StateBanner = () => {
  const { t } = useTranslation();
  const { session } = useRouteContext({ from: '__root__' });
  // Before the sign-in nobody tells.
  const { data: agency } = useQuery({ ...agencyQuery, enabled: session.isSignedIn() });
  return (
    <section className="banner" aria-label={t('banner.label')}>
      <div className="grid-container banner-text">
        <Icon name="lock" />
        <span>{agency === undefined ? t('banner.anonymous') : t('banner.text', { agency: agency.name })}</span>
      </div>
    </section>
  );
};

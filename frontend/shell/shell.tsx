import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Toasts } from '../parts/toasts.tsx';
import { Header } from './header.tsx';
import { SessionEnded } from './session-ended.tsx';
import { StateBanner } from './state-banner.tsx';

/** What stands around every page. */
export const Shell = () => {
  const { t } = useTranslation();
  return (
    <>
      <a className="usa-skipnav" href="#main">
        {t('skip')}
      </a>
      <StateBanner />
      <Header />
      <main id="main" tabIndex={-1} className="grid-container main">
        <Outlet />
      </main>
      <footer className="footer">
        <div className="grid-container">{t('footer')}</div>
      </footer>
      <Toasts />
      <SessionEnded />
    </>
  );
};

import { useRouteContext } from '@tanstack/react-router';
import { Button } from '../parts/uswds.tsx';
import { useTranslation } from 'react-i18next';
import { Page } from '../parts/page.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { StateBanner } from './state-banner.tsx';

/** Before signing in. */
export const WelcomePage = () => {
  const { t } = useTranslation();
  const { session } = useRouteContext({ from: '/' });
  return (
    <>
      <StateBanner />
      <header className="header">
        <div className="grid-container header-row">
          <span className="product">{t('product')}</span>
          <div className="header-tools">
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <main className="grid-container main">
        <Page title={t('welcome.title')} lead={t('welcome.text')}>
          <Button type="button" size="big" onClick={() => void session.signIn('/home')}>
            {t('signIn')}
          </Button>
        </Page>
      </main>
    </>
  );
};

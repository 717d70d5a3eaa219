import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/queries.ts';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { type Place, placesOf } from './navigation.ts';

const NavigationLink = ({ place, unread }: { readonly place: Place; readonly unread: number }) => {
  const { t } = useTranslation();
  return (
    <li>
      <Link to={place.to} className="nav-link" activeProps={{ 'aria-current': 'page' }}>
        {t(place.label)}
        {place.to === '/messages' && unread > 0 && (
          <span className="unread">
            <span aria-hidden="true">{unread}</span>
            <span className="usa-sr-only">{t('nav.unread', { count: unread })}</span>
          </span>
        )}
      </Link>
    </li>
  );
};

/** Product, places, language and account. On a phone the places stand behind a button. */
export const Header = () => {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const here = useRouterState({ select: ({ location }) => location.pathname });
  const [openAt, setOpenAt] = useState<string | null>(null);
  // Going somewhere closes the list again.
  const isOpen = openAt === here;
  return (
    <header className="header">
      <div className="grid-container header-row">
        <Link to="/home" className="product">
          {t('product')}
        </Link>
        <button
          type="button"
          className="usa-menu-btn menu-button"
          aria-expanded={isOpen}
          aria-controls="places"
          onClick={() => setOpenAt(isOpen ? null : here)}
        >
          {t('nav.menu')}
        </button>
        <nav id="places" aria-label={t('nav.label')} className={isOpen ? 'places places--open' : 'places'}>
          <ul>
            {placesOf(me).map((place) => (
              <NavigationLink key={place.to} place={place} unread={me.unreadAlerts} />
            ))}
          </ul>
          <div className="header-tools">
            <LanguageSwitch />
            <AccountMenu me={me} />
          </div>
        </nav>
      </div>
    </header>
  );
};

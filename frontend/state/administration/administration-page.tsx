import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Page } from '../../parts/page.tsx';
import { administrationPlaces } from './places.ts';

/** The places of the administration that this person may open, each with what is done there. */
export const AdministrationPage = () => {
  const { t } = useTranslation('administration');
  const isPermitted = usePermitted();
  const places = administrationPlaces.filter(({ by }) => isPermitted(by));
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ul className="cards">
        {places.map(({ to, name }) => (
          <li key={to} className="card">
            <h2>
              <Link to={to}>{t(`${name}.title`)}</Link>
            </h2>
            <p>{t(`${name}.lead`)}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
};

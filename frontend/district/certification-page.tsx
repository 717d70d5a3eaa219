import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../parts/page.tsx';
import { certificationQuery } from './certification-query.ts';
import { Facts } from './facts.tsx';
import { HistoryView } from './history-view.tsx';
import { Notices } from './notices.tsx';
import { RunsView } from './runs-view.tsx';
import { Wizard } from './wizard/wizard.tsx';

const route = getRouteApi('/signed-in/certifications/$eventId/$orgId');
const views = ['steps', 'reports', 'history'] as const;

/** One certification of one participant: the four steps, the reports so far, and what has happened. */
export const CertificationPage = () => {
  const { t } = useTranslation('district');
  const work = route.useParams();
  const { view = 'steps' } = route.useSearch();
  const { data: certification } = useSuspenseQuery(certificationQuery(work));
  const { certificationEvent, organizationName } = certification;
  return (
    <Page
      title={certificationEvent.name}
      above={
        <p className="above">
          <Link to="/certifications">{t('wizard.back')}</Link>
        </p>
      }
      lead={certificationEvent.description ?? organizationName}
    >
      <Facts certification={certification} />
      <Notices certification={certification} work={work} />
      <ul className="tabs" aria-label={t('wizard.views')}>
        {views.map((name) => (
          <li key={name}>
            <Link
              to="/certifications/$eventId/$orgId"
              params={work}
              activeOptions={{ exact: true }}
              search={name === 'steps' ? {} : { view: name }}
              {...(name === view && { 'aria-current': 'page' as const })}
            >
              {t(`wizard.view.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
      {view === 'steps' && <Wizard certification={certification} work={work} />}
      {view === 'reports' && <RunsView certification={certification} work={work} />}
      {view === 'history' && <HistoryView work={work} />}
    </Page>
  );
};

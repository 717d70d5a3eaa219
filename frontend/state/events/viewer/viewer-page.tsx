import '../events.css';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { Page } from '../../../parts/page.tsx';
import { eventQuery } from '../event-query.ts';
import { EventStatus } from '../event-status.tsx';
import { viewerViews } from '../event-words.ts';
import { participantsOf } from '../participants-list.ts';
import { DetailsView } from './details-view.tsx';
import { MessagesView } from './messages-view.tsx';
import { SnapshotsView } from './snapshots-view.tsx';
import { StatusView } from './status-view.tsx';
import { ViewerActions } from './viewer-actions.tsx';
import { ViewerNotices } from './viewer-notices.tsx';

const route = getRouteApi('/signed-in/certification-events/$eventId');

/** Whoever takes part is read anew as soon as a publication has become whole. */
const useParticipantsOfRevision = ({ id, revision }: CertificationEvent): void => {
  const queries = useQueryClient();
  const seen = useRef(revision);
  useEffect(() => {
    if (seen.current === revision) return;
    seen.current = revision;
    void queries.invalidateQueries({ queryKey: participantsOf(id) });
  }, [queries, id, revision]);
};

/** A certification event as the state follows it: how everybody stands, what it is, its snapshots, and what was written. */
export const ViewerPage = () => {
  const { t } = useTranslation('events');
  const { eventId } = route.useParams();
  const { view = 'status' } = route.useSearch();
  const {
    data: { data: event },
  } = useSuspenseQuery(eventQuery(eventId));
  useParticipantsOfRevision(event);
  return (
    <Page
      title={event.name}
      above={
        <p className="above">
          <Link to="/certification-events">{t('list.title')}</Link>
        </p>
      }
      actions={<ViewerActions event={event} />}
    >
      <p className="viewer-status">
        <EventStatus {...event} /> <span className="row-note">{event.reportingYearLabel}</span>
      </p>
      <ViewerNotices event={event} />
      <ul className="tabs" aria-label={t('viewer.views')}>
        {viewerViews.map((name) => (
          <li key={name}>
            <Link
              to="/certification-events/$eventId"
              params={{ eventId }}
              activeOptions={{ exact: true }}
              search={name === 'status' ? {} : { view: name }}
              {...(name === view && { 'aria-current': 'page' as const })}
            >
              {t(`viewer.view.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
      {view === 'status' && <StatusView event={event} />}
      {view === 'details' && <DetailsView event={event} />}
      {view === 'snapshots' && <SnapshotsView event={event} />}
      {view === 'messages' && <MessagesView event={event} />}
    </Page>
  );
};

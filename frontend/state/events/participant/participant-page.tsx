import '../events.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../parts/page.tsx';
import { eventQuery } from '../event-query.ts';
import { participantQuery } from '../participant-query.ts';
import { OpenRequest } from './open-request.tsx';
import { ParticipantActions } from './participant-actions.tsx';
import { ParticipantFacts } from './participant-facts.tsx';
import { People } from './people.tsx';
import { SnapshotSection } from './snapshot-section.tsx';
import { StateRuns } from './state-runs.tsx';

const route = getRouteApi('/signed-in/certification-events/$eventId/participants/$orgId');

/** One district or school in a certification event: its people, its data, and what the state decides about it. */
export const ParticipantPage = () => {
  const { t } = useTranslation(['events', 'participation']);
  const one = route.useParams();
  const {
    data: { data: event },
  } = useSuspenseQuery(eventQuery(one.eventId));
  const {
    data: { data: participant },
  } = useSuspenseQuery(participantQuery(one));
  return (
    <Page
      title={participant.name}
      above={
        <p className="above">
          <Link to="/certification-events/$eventId" params={{ eventId: one.eventId }} className="name">
            {event.name}
          </Link>
        </p>
      }
      actions={<ParticipantActions event={event} participant={participant} one={one} />}
    >
      <ParticipantFacts event={event} participant={participant} />
      <OpenRequest participant={participant} one={one} />
      <section className="section">
        <h2>{t('participation:people.title')}</h2>
        <People event={event} participant={participant} one={one} />
      </section>
      {event.snapshotMethod !== 'NONE' && (
        <section className="section">
          <h2>{t('events:snapshots.participant')}</h2>
          <SnapshotSection participant={participant} one={one} />
        </section>
      )}
      <section className="section">
        <h2>{t('participation:runs.title')}</h2>
        <StateRuns participant={participant} one={one} />
      </section>
    </Page>
  );
};

import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agencyQuery } from '../../../api/queries.ts';
import { Page } from '../../../parts/page.tsx';
import { Alert } from '../../../parts/uswds.tsx';
import { eventQuery } from '../event-query.ts';
import { formOf } from './definition-form.ts';
import { Editor } from './editor.tsx';

const route = getRouteApi('/signed-in/certification-events/$eventId/edit');

export const EditEventPage = () => {
  const { t } = useTranslation('events');
  const { eventId } = route.useParams();
  const { step = 'details' } = route.useSearch();
  const { data: agency } = useSuspenseQuery(agencyQuery);
  const { data: answer } = useSuspenseQuery(eventQuery(eventId));
  const { data: event, etag } = answer;
  // What is read anew while somebody types does not change what he types.
  const [initial] = useState(() => formOf(event, etag ?? '*', agency.timeZone));
  const edits = event.permittedCommands.includes('replaceCertificationEvent');
  return (
    <Page
      title={t('editor.edit', { name: event.name })}
      above={
        <p className="above">
          <Link to="/certification-events">{t('list.title')}</Link>
        </p>
      }
    >
      {event.status === 'PUBLISHED' && edits && (
        <Alert type="info" slim className="notice">
          {t('editor.published')}
        </Alert>
      )}
      {!edits && (
        <Alert type="warning" slim className="notice">
          {t('editor.notNow')}
        </Alert>
      )}
      <Editor key={eventId} event={event} initial={initial} step={step} />
    </Page>
  );
};

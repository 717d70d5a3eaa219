import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../parts/page.tsx';
import { useYearChoices } from '../../../parts/year-choices.ts';
import { emptyDefinition } from './definition-form.ts';
import { Editor } from './editor.tsx';

const route = getRouteApi('/signed-in/certification-events/new');

export const NewEventPage = () => {
  const { t } = useTranslation('events');
  const { step = 'details' } = route.useSearch();
  // The newest year offered is the next one: the present comes after it.
  const [, present] = useYearChoices();
  return (
    <Page
      title={t('editor.new')}
      above={
        <p className="above">
          <Link to="/certification-events">{t('list.title')}</Link>
        </p>
      }
    >
      <Editor event={null} initial={emptyDefinition(present?.value ?? '')} step={step} />
    </Page>
  );
};

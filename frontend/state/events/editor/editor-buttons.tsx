import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../../api/queries.ts';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { Button } from '../../../parts/uswds.tsx';
import { type EditorStep, editorSteps } from '../event-words.ts';
import { DeleteEvent } from './delete-event.tsx';

interface EditorButtonsProps {
  readonly event: CertificationEvent | null;
  readonly step: EditorStep;
  readonly busy: boolean;
  readonly onStep: (step: EditorStep) => void;
  readonly onPublish: () => void;
}

/** Save is the form's own button. Publishing is offered to whoever may publish what is saved. */
export const EditorButtons = ({ event, step, busy, onStep, onPublish }: EditorButtonsProps) => {
  const { t } = useTranslation('events');
  const { data: me } = useSuspenseQuery(meQuery);
  const index = editorSteps.indexOf(step);
  const previous = editorSteps[index - 1];
  const next = editorSteps[index + 1];
  // What is published and unchanged has nothing to publish yet; saving makes it so.
  const saves = event === null || event.permittedCommands.includes('replaceCertificationEvent');
  const publishes = event?.permittedCommands.includes('publishCertificationEvent') === true;
  const mayPublish = publishes || (saves && me.permittedCommands.includes('publishCertificationEvent'));
  return (
    <div className="step-buttons">
      {previous !== undefined && (
        <Button type="button" outline onClick={() => onStep(previous)}>
          {t('editor.previous')}
        </Button>
      )}
      {next !== undefined && (
        <Button type="button" outline onClick={() => onStep(next)}>
          {t('editor.next')}
        </Button>
      )}
      {saves && (
        <Button type="submit" outline={mayPublish && next === undefined} disabled={busy}>
          {t('editor.save')}
        </Button>
      )}
      {saves && mayPublish && (
        <Button type="button" outline={next !== undefined} disabled={busy} onClick={onPublish}>
          {t('editor.saveAndPublish')}
        </Button>
      )}
      {event === null ? (
        <Link to="/certification-events" className="step-cancel">
          {t('editor.cancel')}
        </Link>
      ) : (
        <Link to="/certification-events/$eventId" params={{ eventId: event.id }} className="step-cancel">
          {t('editor.cancel')}
        </Link>
      )}
      {event?.permittedCommands.includes('deleteCertificationEvent') === true && <DeleteEvent event={event} />}
    </div>
  );
};

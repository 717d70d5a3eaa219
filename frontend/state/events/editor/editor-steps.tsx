import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Status } from '../../../parts/status.tsx';
import { type EditorStep, editorSteps } from '../event-words.ts';

interface EditorStepsProps {
  readonly shown: EditorStep;
  /** Those in which something is wrong. */
  readonly faulty: ReadonlySet<EditorStep>;
}

/** The four steps of a definition; any can be gone to, nothing typed is lost. */
export const EditorSteps = ({ shown, faulty }: EditorStepsProps) => {
  const { t } = useTranslation('events');
  return (
    <nav aria-label={t('editor.steps')}>
      <ol className="steps">
        {editorSteps.map((step, index) => (
          <li key={step} className={faulty.has(step) ? 'steps-item steps-item--blocked' : 'steps-item'}>
            <Link
              to="."
              search={{ step }}
              activeOptions={{ exact: true }}
              className="steps-link"
              {...(step === shown && { 'aria-current': 'step' as const })}
            >
              <span className="steps-number" aria-hidden="true">
                {index + 1}
              </span>
              <span className="steps-name">{t(`editor.step.${step}`)}</span>
            </Link>
            {faulty.has(step) && <Status tone="wrong" words={t('editor.faulty')} />}
          </li>
        ))}
      </ol>
    </nav>
  );
};

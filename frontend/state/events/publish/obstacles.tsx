import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../api/problem.ts';
import { Icon } from '../../../parts/icon.tsx';
import { useProblemWords } from '../../../parts/problem-words.ts';
import { stepOfRefusal } from '../editor/step-of-field.ts';

interface ObstaclesProps {
  readonly eventId: string;
  readonly codes: readonly string[];
  readonly onGo: () => void;
}

/** Everything that stands against publishing, each with the step in which it is mended. */
export const Obstacles = ({ eventId, codes, onGo }: ObstaclesProps) => {
  const { t } = useTranslation('events');
  const words = useProblemWords();
  if (codes.length === 0) return null;
  return (
    <section className="blockers">
      <h3>{t('publish.obstacles')}</h3>
      <ul>
        {codes.map((code) => {
          const { title, next } = words(new Refused(code, 409));
          const step = stepOfRefusal(code);
          return (
            <li key={code}>
              <Icon name="warning" />
              <span>
                <strong>{title}.</strong> {next}{' '}
                {step !== undefined && (
                  <Link to="/certification-events/$eventId/edit" params={{ eventId }} search={{ step }} onClick={onGo}>
                    {t('publish.mend', { step: t(`editor.step.${step}`) })}
                  </Link>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

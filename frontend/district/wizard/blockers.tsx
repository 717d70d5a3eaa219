import { useTranslation } from 'react-i18next';
import { Refused } from '../../api/problem.ts';
import type { WizardStep } from '../../api/shapes.ts';
import { Icon } from '../../parts/icon.tsx';
import { useProblemWords } from '../../parts/problem-words.ts';

/** What keeps this person from completing the step, in the order it would be refused: the first is the next thing to do. */
export const Blockers = ({ blockedBy }: Pick<WizardStep, 'blockedBy'>) => {
  const { t } = useTranslation('district');
  const words = useProblemWords();
  if (blockedBy.length === 0) return null;
  return (
    <section className="blockers" aria-label={t('wizard.blocked')}>
      <h3>{t('wizard.blocked')}</h3>
      <ul>
        {blockedBy.map(({ code, detail }) => {
          const { title, next } = words(new Refused(code, 409, { title: detail }));
          return (
            <li key={code}>
              <Icon name="warning" />
              <span>
                <strong>{title}.</strong> {next}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

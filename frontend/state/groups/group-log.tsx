import { useTranslation } from 'react-i18next';
import type { ValidationGroupWithRules } from '../../api/shapes.ts';
import { TimeText } from '../../parts/time-text.tsx';

/** Who changed what of a group, when and why. */
export const GroupLog = ({ group }: { readonly group: ValidationGroupWithRules }) => {
  const { t } = useTranslation('rules');
  if (group.changeLog.length === 0) return null;
  return (
    <section aria-labelledby="group-log" className="section">
      <h2 id="group-log">{t('log')}</h2>
      <ol className="timeline">
        {group.changeLog.map(({ at, by, reason, version, changed }) => (
          <li key={version}>
            <strong>{t('versionNumber', { version })}</strong>
            {changed.length > 0 && <span className="row-note">{changed.join(', ')}</span>}
            <p>
              {`${by}, `}
              <TimeText at={at} />
            </p>
            {reason !== null && <blockquote className="quote">{reason}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  );
};

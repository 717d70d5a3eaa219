import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RuleWithLog } from '../../api/shapes.ts';
import { TimeText } from '../../parts/time-text.tsx';

type Change = RuleWithLog['changeLog'][number];

/** Who changed what when and why, newest first, each version to look at. */
export const RuleLog = ({ rule }: { readonly rule: RuleWithLog }) => {
  const { t } = useTranslation(['rules', 'statuses']);
  const told = ({ severityBefore, severity, statusBefore, status }: Change): readonly string[] => [
    ...(severityBefore !== null && severityBefore !== severity
      ? [`${t(`statuses:severity.${severityBefore}`)} → ${t(`statuses:severity.${severity}`)}`]
      : []),
    ...(statusBefore !== null && statusBefore !== status ? [`${statusBefore} → ${status}`] : []),
  ];
  return (
    <section aria-labelledby="rule-log" className="section">
      <h2 id="rule-log">{t('rules:log')}</h2>
      <ol className="timeline">
        {rule.changeLog.map((change) => (
          <li key={`${change.at} ${change.command} ${change.version}`}>
            <strong>
              <Link
                to="/rules/$id"
                params={{ id: rule.id }}
                search={change.version === rule.newestVersion ? {} : { version: String(change.version) }}
              >
                {t('rules:versionNumber', { version: change.version })}
              </Link>
            </strong>
            {told(change).map((text) => (
              <span key={text} className="row-note">
                {text}
              </span>
            ))}
            <p>
              {`${change.by}, `}
              <TimeText at={change.at} />
            </p>
            {change.reason !== null && <blockquote className="quote">{change.reason}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  );
};

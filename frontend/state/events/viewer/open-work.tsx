import { useTranslation } from 'react-i18next';
import { Alert } from '../../../parts/uswds.tsx';

const counts = ['unfinishedParticipants', 'openRequests', 'unfinishedRuns'] as const;

/** What closing now would freeze, as the API tells it. */
export const OpenWork = ({ facts }: { readonly facts: Readonly<Record<string, unknown>> }) => {
  const { t } = useTranslation('events');
  return (
    <Alert type="warning" role="alert" className="notice">
      <p className="usa-alert__text">{t('close.freezes')}</p>
      <ul className="usa-list">
        {facts['beforeEnd'] === true && <li>{t('close.beforeEnd')}</li>}
        {counts.flatMap((name) => {
          const count = Number(facts[name] ?? 0);
          return count > 0 ? [<li key={name}>{t(`close.${name}`, { count })}</li>] : [];
        })}
      </ul>
    </Alert>
  );
};

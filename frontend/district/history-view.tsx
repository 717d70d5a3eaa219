import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { TimeText } from '../parts/time-text.tsx';
import type { Work } from './certification-query.ts';

// Whatever has no words here is told by its name.
const told = [
  'createParticipant',
  'recordRunStarted',
  'recordRunEnded',
  'recordSnapshotTaken',
  'recordSnapshotFailed',
  'overrideDueDate',
  'removeOverride',
  'startCertification',
  'runStep',
  'completeStep',
  'takeSnapshot',
  'submitCertification',
  'withdrawSubmission',
  'confirmSent',
  'requestRecertification',
  'withdrawRecertificationRequest',
  'decide-APPROVE',
  'decide-REQUEST_RECERTIFICATION',
  'decide-UNAPPROVE',
  'decide-DECLINE_REQUEST',
] as const;

/** What has happened, oldest first: rounds, submissions, decisions, each with who, when and why. */
export const HistoryView = ({ work }: { readonly work: Work }) => {
  const { t } = useTranslation('district');
  const { data } = useSuspenseQuery({
    queryKey: ['history', work.eventId, work.orgId],
    queryFn: () => answerOf(api.GET('/v1/certifications/{eventId}/{orgId}/history', { params: { path: work } })),
  });
  const wordsOf = (what: string): string => {
    const known = told.find((name) => name === what.replace(':', '-'));
    return known === undefined ? what : t(`history.what.${known}`);
  };
  if (data.items.length === 0) return <EmptyState title={t('history.empty')} />;
  return (
    <ol className="timeline">
      {data.items.map(({ at, by, byRole, hash, reason, round, sequence, what }) => (
        <li key={sequence}>
          <strong>{wordsOf(what)}</strong>
          {round !== null && <span className="row-note">{t('wizard.round', { round })}</span>}
          <p>
            {`${byRole === 'SYSTEM' ? t('history.bySystem') : by}, `}
            <TimeText at={at} />
          </p>
          {reason !== null && <blockquote className="quote">{reason}</blockquote>}
          <p className="hash">{hash}</p>
        </li>
      ))}
    </ol>
  );
};

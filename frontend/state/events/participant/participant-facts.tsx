import { useTranslation } from 'react-i18next';
import type { CertificationEvent, Participant } from '../../../api/shapes.ts';
import { ParticipantStatus } from '../../../parts/participant-status.tsx';
import { DateText, TimeText } from '../../../parts/time-text.tsx';
import { ParticipantFlags } from '../participant-flags.tsx';

interface ParticipantFactsProps {
  readonly event: CertificationEvent;
  readonly participant: Participant;
}

/** What one wants to know before anything else. */
export const ParticipantFacts = ({ event, participant }: ParticipantFactsProps) => {
  const { t } = useTranslation(['events', 'participation']);
  const { approval, deadlineOverride, number, progress, sentAt, status } = participant;
  const dueDate = deadlineOverride ?? event.endDate;
  const approver = event.admins.find(({ userId }) => userId === approval?.by)?.name ?? approval?.by;
  return (
    <dl className="facts">
      <div>
        <dt>{t('events:participants.number')}</dt>
        <dd>{number}</dd>
      </div>
      <div>
        <dt>{t('events:participants.status')}</dt>
        <dd>
          <ParticipantStatus status={status} /> <ParticipantFlags participant={participant} />
        </dd>
      </div>
      <div>
        <dt>{t('events:participants.progress')}</dt>
        <dd>{t('events:participants.certified', { certified: progress.certified, count: progress.certifiers })}</dd>
      </div>
      <div>
        <dt>{t('participation:people.dueDate')}</dt>
        <dd>{dueDate === null ? '–' : <DateText date={dueDate} />}</dd>
      </div>
      {sentAt !== null && (
        <div>
          <dt>{t('participation:people.sentAt')}</dt>
          <dd>
            <TimeText at={sentAt} />
          </dd>
        </div>
      )}
      {approval !== null && (
        <div>
          <dt>{t('participation:decision.approvedBy', { name: approver })}</dt>
          <dd>
            <TimeText at={approval.at} />
            {approval.reason !== null && <blockquote className="quote">{approval.reason}</blockquote>}
          </dd>
        </div>
      )}
    </dl>
  );
};

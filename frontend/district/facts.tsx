import { useTranslation } from 'react-i18next';
import type { Certification } from '../api/shapes.ts';
import { ParticipantStatus } from '../parts/participant-status.tsx';
import { DateText } from '../parts/time-text.tsx';
import { UserStatus } from '../parts/user-status.tsx';

/** What one wants to know before anything else: who, until when, and how it stands. */
export const Facts = ({ certification }: { readonly certification: Certification }) => {
  const { t } = useTranslation('district');
  const { certificationEvent: event, dueDate, organizationName, reportingYearLabel, role, round } = certification;
  return (
    <dl className="facts">
      <div>
        <dt>{t(`level.${event.level}`)}</dt>
        <dd>{organizationName}</dd>
      </div>
      <div>
        <dt>{t('wizard.category')}</dt>
        <dd>{`${event.categoryName}, ${reportingYearLabel}`}</dd>
      </div>
      <div>
        <dt>{t('wizard.window')}</dt>
        <dd>
          {event.certificationOpensDate === null ? '–' : <DateText date={event.certificationOpensDate} />}
          {' – '}
          {event.endDate === null ? '–' : <DateText date={event.endDate} />}
        </dd>
      </div>
      <div>
        <dt>{t('worklist.dueDate')}</dt>
        <dd>{dueDate === null ? '–' : <DateText date={dueDate} />}</dd>
      </div>
      <div>
        <dt>{t('worklist.userStatus')}</dt>
        <dd>
          <UserStatus status={certification.userStatus} /> <span className="row-note">{t(`role.${role}`)}</span>
        </dd>
      </div>
      <div>
        <dt>{t('worklist.eventStatus')}</dt>
        <dd>
          <ParticipantStatus status={certification.eventStatus} />{' '}
          {round > 1 && <span className="row-note">{t('wizard.round', { round })}</span>}
        </dd>
      </div>
    </dl>
  );
};

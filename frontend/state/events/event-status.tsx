import { useTranslation } from 'react-i18next';
import type { CertificationEventSummary } from '../../api/shapes.ts';
import { Status, type Tone } from '../../parts/status.tsx';

const tones: Readonly<Record<CertificationEventSummary['status'], Tone>> = {
  OPEN: 'quiet',
  PUBLISHING: 'busy',
  PUBLISHED: 'done',
  CLOSED: 'quiet',
};

type EventStatusProps = Pick<CertificationEventSummary, 'status' | 'unpublishedChanges'>;

/** How a certification event stands for the state, and whether something was edited that districts do not see yet. */
export const EventStatus = ({ status, unpublishedChanges }: EventStatusProps) => {
  const { t } = useTranslation('statuses');
  return (
    <span className="event-status">
      <Status tone={tones[status]} words={t(`event.${status}`)} {...(status === 'CLOSED' && { icon: 'lock' })} />
      {unpublishedChanges && <Status tone="waiting" words={t('event.unpublishedChanges')} />}
    </span>
  );
};

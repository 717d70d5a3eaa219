import { useTranslation } from 'react-i18next';
import type { WorklistRow } from '../api/shapes.ts';
import { Status, type Tone } from './status.tsx';

type ParticipantStatusCode = WorklistRow['eventStatus'];

const tones: Readonly<Record<ParticipantStatusCode, Tone>> = {
  IN_PROGRESS: 'busy',
  SENT: 'done',
  APPROVED: 'done',
  RECERT_REQUESTED: 'waiting',
  RECERT_IN_PROGRESS: 'waiting',
  WITHDRAWN: 'quiet',
};

/** Where a district or school stands in a certification event. */
export const ParticipantStatus = ({ status }: { readonly status: ParticipantStatusCode }) => {
  const { t } = useTranslation('statuses');
  return (
    <Status tone={tones[status]} words={t(`participant.${status}`)} {...(status === 'SENT' && { icon: 'sent' })} />
  );
};

import { useTranslation } from 'react-i18next';
import type { WorklistRow } from '../api/shapes.ts';
import { Status, type Tone } from './status.tsx';

const userTones: Readonly<Record<WorklistRow['userStatus'], Tone>> = {
  NOT_STARTED: 'waiting',
  INCOMPLETE: 'busy',
  OVERDUE: 'wrong',
  COMPLETE: 'done',
  APPROVED_COMPLETE: 'done',
  COMPLETE_BY_STATE: 'done',
  REQUEST_PENDING: 'busy',
  NOT_APPLICABLE: 'quiet',
};

export const UserStatus = ({ status }: { readonly status: WorklistRow['userStatus'] }) => {
  const { t } = useTranslation('statuses');
  return <Status tone={userTones[status]} words={t(`user.${status}`)} />;
};

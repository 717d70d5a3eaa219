import { useTranslation } from 'react-i18next';
import type { Run } from '../api/shapes.ts';
import { Status, type Tone } from './status.tsx';

const tones: Readonly<Record<Run['status'], Tone>> = {
  QUEUED: 'busy',
  RUNNING: 'busy',
  COMPLETED: 'done',
  FAILED: 'wrong',
  CANCELLED: 'quiet',
  SUPERSEDED: 'quiet',
};

export const RunStatus = ({ status }: { readonly status: Run['status'] }) => {
  const { t } = useTranslation('statuses');
  return <Status tone={tones[status]} words={t(`run.${status}`)} />;
};

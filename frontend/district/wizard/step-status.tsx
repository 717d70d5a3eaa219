import { useTranslation } from 'react-i18next';
import type { WizardStep } from '../../api/shapes.ts';
import { Status, type Tone } from '../../parts/status.tsx';

const tones: Readonly<Record<WizardStep['status'], Tone>> = {
  NOT_STARTED: 'quiet',
  QUEUED: 'busy',
  RUNNING: 'busy',
  NEEDS_VIEW: 'waiting',
  BLOCKED: 'wrong',
  COMPLETED: 'done',
  STALE: 'waiting',
  SKIPPED: 'quiet',
};

export const StepStatus = ({ status }: { readonly status: WizardStep['status'] }) => {
  const { t } = useTranslation('statuses');
  return <Status tone={tones[status]} words={t(`step.${status}`)} {...(status === 'NEEDS_VIEW' && { icon: 'eye' })} />;
};
